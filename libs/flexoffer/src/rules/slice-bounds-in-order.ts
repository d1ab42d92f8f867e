import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** The lower bound of a slice is not above its upper bound. */
export function sliceBoundsInOrder({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ lowerWh, upperWh }, index) =>
    lowerWh > upperWh
      ? [
          {
            path: `flexOfferProfileConstraints[${index}]`,
            message: `has a lower bound of ${lowerWh} Wh above its upper bound of ${upperWh} Wh`,
          },
        ]
      : [],
  );
}
