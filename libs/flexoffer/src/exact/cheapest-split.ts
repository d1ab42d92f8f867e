import { askedCost, type AskedPrices } from './asked-prices.js';
import { Distances } from './distances.js';
import type { ExactAggregate } from './exact-aggregate.js';
import { repair } from './repair.js';
import { settle } from './settle.js';
import { splitProfile, type ProfileProof } from './split-profile.js';
import { SplitState } from './split-state.js';

/** How much finer the unit of cost becomes at a time; measured: 2 takes twice as long. */
const STEP = 64;

export type CheapestSplit =
  | {
      readonly ok: true;
      /** One energy for each unit; `energiesOfMember` finds a member's. */
      readonly energiesWh: Float64Array;
      /** What the members ask for it: whole billionths of the currency; exact below 2^53. */
      readonly cost: number;
    }
  | { readonly ok: false; readonly proof: ProfileProof };

/**
 * The split of a profile for which the members ask least, exactly: a minimum-cost flow by cost scaling (J. Edmonds and
 * R. Karp, 1972). Prices are rounded to a coarse unit, which becomes finer step by step. At each unit the worths of the places
 * carry over, members settle at them, and what that moved is repaired along cheapest ways; there are few, since at the
 * new unit they cost next to nothing.
 *
 * @param profileWh whole watt-hours, one for each interval of the aggregate
 * @throws RangeError if it is anything else
 */
export function cheapestSplit(aggregate: ExactAggregate, profileWh: Float64Array): CheapestSplit {
  const split = splitProfile(aggregate, profileWh);
  if (!split.ok) return split;
  if (aggregate.prices === undefined) return { ...split, cost: 0 };
  const { energiesWh } = split;
  let potentials: Float64Array = new Float64Array(aggregate.length + 1);
  for (let unit = firstUnitOfCost(aggregate.prices); unit >= 1; unit /= STEP) {
    const state = new SplitState(aggregate, profileWh, energiesWh, inUnits(aggregate.prices, unit));
    settle(
      state,
      potentials.map((worth) => STEP * worth),
    );
    repair(state);
    potentials = new Distances(state).potentials();
  }
  return { ok: true, energiesWh, cost: askedCost(aggregate.prices, energiesWh) };
}

/** A power of the step at which every price is 0 or 1 unit. */
function firstUnitOfCost({ above, below }: AskedPrices): number {
  let highest = 1;
  for (const price of above) highest = Math.max(highest, Math.abs(price));
  for (const price of below) highest = Math.max(highest, Math.abs(price));
  return STEP ** Math.ceil(Math.log2(highest) / Math.log2(STEP));
}

/** Rounding keeps the order of the slopes, so costs stay convex. */
function inUnits({ above, below, defaultWh }: AskedPrices, unit: number): AskedPrices {
  return {
    above: above.map((price) => Math.round(price / unit)),
    below: below.map((price) => Math.round(price / unit)),
    defaultWh,
  };
}
