import type { ClearingProblem } from '../clearing.js';

/** What a gate may spend on looking for better selections, in energies looked at; about half a second. */
const ENERGIES = 4_000_000;
const MOST_SEARCHES = 32;
const FEWEST_SEARCHES = 2;

/**
 * How many more searches a gate can afford. It follows from the size of the problem alone, not from a clock, so that
 * the same orders give the same result on every machine.
 */
export function affordableSearches({ sellOrders }: ClearingProblem): number {
  const energies = sellOrders.reduce(
    (sum, { offer }) => sum + (offer.startBefore - offer.startAfter + 1) * offer.slices.length,
    1,
  );
  return Math.max(FEWEST_SEARCHES, Math.min(MOST_SEARCHES, Math.floor(ENERGIES / energies)));
}
