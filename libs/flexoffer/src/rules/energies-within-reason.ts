import type { FlexOffer, WattHours } from '../flex-offer.js';
import type { Fault } from '../result.js';

const MOST_WH = 100_000_000;

/** Whether this is a whole number of watt-hours of at most 100 MWh either way. */
export function isReasonableEnergy(wh: WattHours): boolean {
  return Number.isSafeInteger(wh) && Math.abs(wh) <= MOST_WH;
}

/** Slice bounds are whole watt-hours of at most 100 MWh in size: more is a mistake of unit, not an offer. */
export function energiesWithinReason({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ lowerWh, upperWh }, index) =>
    isReasonableEnergy(lowerWh) && isReasonableEnergy(upperWh)
      ? []
      : [
          {
            path: `flexOfferProfileConstraints[${index}]`,
            message: 'must have whole watt-hours of at most 100 MWh',
          },
        ],
  );
}
