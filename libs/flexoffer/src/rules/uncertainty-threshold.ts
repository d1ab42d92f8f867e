import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** The threshold of an uncertain slice is a probability above 0. */
export function uncertaintyThreshold({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ uncertainty }, index) =>
    uncertainty === undefined || (uncertainty.threshold > 0 && uncertainty.threshold <= 1)
      ? []
      : [
          {
            path: `flexOfferProfileConstraints[${index}].UncertainThreshold`,
            message: `must be above 0 and at most 1, not ${uncertainty.threshold}`,
          },
        ],
  );
}
