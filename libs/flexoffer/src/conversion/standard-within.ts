import { innerBox } from '../feasibility/inner-box.js';
import type { AskedPrice, FlexOffer, Slice } from '../flex-offer.js';

/**
 * An ordinary offer (slice bounds of fixed duration, perhaps a total energy, one price) that promises nothing that the
 * given one cannot do: for whoever understands no other kind. An offer that is ordinary already comes back as it is.
 *
 * Slices of variable duration last as long as in the default schedule; running totals and dependencies become bounds
 * within which everything is feasible (`innerBox`); the price is the dearest of all slices. Undefined if nothing is
 * feasible.
 */
export function standardWithin(offer: FlexOffer): FlexOffer | undefined {
  const price = dearest(offer);
  if (isStandard(offer)) return price === offer.price ? offer : { ...offer, price };
  const bounds = innerBox(offer, offer.defaultSchedule.durations);
  if (bounds === undefined) return undefined;
  const { runningTotal: _runningTotal, totalEnergy: _totalEnergy, ...rest } = offer;
  const slices = bounds.lowerWh.map((lowerWh, unit): Slice => {
    const upperWh = bounds.upperWh[unit] ?? lowerWh;
    return { lowerWh, upperWh, minDuration: 1, maxDuration: 1 };
  });
  const { start, energiesWh } = offer.defaultSchedule;
  return { ...rest, slices, defaultSchedule: { start, energiesWh }, price };
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

function dearest({ price, slices }: FlexOffer): AskedPrice {
  if (slices.every((slice) => slice.price === undefined)) return price;
  const prices = slices.map((slice) => slice.price ?? price);
  return {
    up: prices.reduce((most, { up }) => Math.max(most, up), -Infinity),
    down: prices.reduce((most, { down }) => Math.max(most, down), -Infinity),
  };
}
