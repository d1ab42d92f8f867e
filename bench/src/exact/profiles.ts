import { bestProfile, type ExactAggregate, profileOf } from '#flexoffer';

type Below = (bound: number) => number;

/** A positive price for each interval. */
export function randomPrices({ length }: ExactAggregate, below: Below): Float64Array {
  return Float64Array.from({ length }, () => 1 + below(1000));
}

/** Feasible and far from proportional: every member follows the best profile at one of four random price curves. */
export function mixedProfile(aggregate: ExactAggregate, below: Below): Float64Array {
  const splits = Array.from(
    { length: 4 },
    () => bestProfile(aggregate, randomPrices(aggregate, below)).energiesWh,
  );
  const energiesWh = new Float64Array(aggregate.lowerWh.length);
  for (let member = 0; member < aggregate.ids.length; member += 1) {
    const from = splits[below(splits.length)];
    const first = aggregate.firstUnit[member]!;
    energiesWh.set(from?.subarray(first, aggregate.firstUnit[member + 1]) ?? [], first);
  }
  return profileOf(aggregate, energiesWh);
}

/** The best profile at some prices, with 100 Wh moved from its dearest interval to its cheapest: nobody can do that. */
export function betterThanBest(aggregate: ExactAggregate, below: Below): Float64Array {
  const prices = randomPrices(aggregate, below);
  const { profileWh } = bestProfile(aggregate, prices);
  let dearest = -1;
  let cheapest = -1;
  for (let interval = 0; interval < prices.length; interval += 1) {
    if (profileWh[interval]! >= 100 && !(prices[interval]! <= (prices[dearest] ?? 0))) dearest = interval;
    if (!(prices[interval]! >= (prices[cheapest] ?? Infinity))) cheapest = interval;
  }
  profileWh[dearest]! -= 100;
  profileWh[cheapest]! += 100;
  return profileWh;
}

/**
 * A random profile that the separate sums of bounds and of totals allow: uniform between the sums of bounds in every
 * interval, then moved towards one of them, in proportion to the room, until the total fits.
 */
export function outerProfile(aggregate: ExactAggregate, below: Below): Float64Array {
  const { leastWh, mostWh } = aggregate;
  const profileWh = leastWh.map((least, interval) => least + below(mostWh[interval]! - least + 1));
  // The totals are exact, so their least is the total.
  const missing = sum(aggregate.totalLowerWh) - sum(profileWh);
  const rooms = profileWh.map((energy, interval) =>
    missing > 0 ? mostWh[interval]! - energy : energy - leastWh[interval]!,
  );
  const room = sum(rooms);
  let passed = 0;
  let moved = 0;
  return profileWh.map((energy, interval) => {
    passed += rooms[interval]!;
    const until = Math.round((missing * passed) / room);
    const change = until - moved;
    moved = until;
    return energy + change;
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
