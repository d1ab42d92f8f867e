import { memberPrices } from '../aggregation/member-prices.js';
import { innerBox } from '../feasibility/inner-box.js';
import type { FlexOffer, Slice } from '../flex-offer.js';

/**
 * An ordinary offer (slice bounds of fixed duration, perhaps a total energy) that promises nothing that the given one
 * cannot do: for whoever understands no other kind. An offer that is ordinary already comes back as it is.
 *
 * Slices of variable duration last as long as in the default schedule; running totals and dependencies become bounds
 * within which everything is feasible (`innerBox`); each interval keeps the price of its slice. Undefined if nothing is
 * feasible.
 */
export function standardWithin(offer: FlexOffer): FlexOffer | undefined {
  if (isStandard(offer)) return offer;
  const bounds = innerBox(offer, offer.defaultSchedule.durations);
  if (bounds === undefined) return undefined;
  const { runningTotal: _runningTotal, totalEnergy: _totalEnergy, ...rest } = offer;
  const prices = memberPrices(offer);
  const slices = bounds.lowerWh.map((lowerWh, unit): Slice => {
    const slice = { lowerWh, upperWh: bounds.upperWh[unit] ?? lowerWh, minDuration: 1, maxDuration: 1 };
    const price = prices[unit] ?? offer.price;
    return price === offer.price ? slice : { ...slice, price };
  });
  const { start, energiesWh } = offer.defaultSchedule;
  return { ...rest, slices, defaultSchedule: { start, energiesWh } };
}

function isStandard({ slices, runningTotal, defaultSchedule }: FlexOffer): boolean {
  return (
    runningTotal === undefined &&
    defaultSchedule.durations === undefined &&
    slices.every(
      ({ minDuration, maxDuration, dependency }) => minDuration === maxDuration && dependency === undefined,
    )
  );
}
