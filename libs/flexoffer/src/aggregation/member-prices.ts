import { sliceOfEachUnit } from '../feasibility/unit-bounds.js';
import type { AskedPrice, FlexOffer } from '../flex-offer.js';

/** What the owner asks in each interval of the profile with the durations of its default. */
export function memberPrices({ slices, price, defaultSchedule }: FlexOffer): readonly AskedPrice[] {
  return sliceOfEachUnit(slices, defaultSchedule.durations).map((slice) => slices[slice]?.price ?? price);
}
