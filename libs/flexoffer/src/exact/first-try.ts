import { profileOf, type ExactAggregate } from './exact-aggregate.js';

/** More bring it nearer, but then a flow is quicker. */
const ROUNDS = 4;

/**
 * A split that is feasible for each member and near to the profile: every member goes as far between its bounds as the
 * profile goes between the sums of bounds in that interval, and then as far as its total lets it. What that misses in
 * an interval makes it count for more in the next round (iterative proportional fitting).
 */
export function proportionalTry(aggregate: ExactAggregate, profileWh: Float64Array): Float64Array {
  const wanted = profileWh.map((energy, interval) => Math.max(0, energy - aggregate.leastWh[interval]!));
  const weights = wanted.map((energy, interval) => {
    const range = aggregate.mostWh[interval]! - aggregate.leastWh[interval]!;
    return range === 0 ? 0 : Math.min(1, energy / range);
  });
  const energiesWh = new Float64Array(aggregate.lowerWh.length);
  tryAll(aggregate, weights, energiesWh);
  for (let round = 1; round < ROUNDS; round += 1) {
    const reached = profileOf(aggregate, energiesWh);
    if (reached.every((energy, interval) => energy === profileWh[interval])) break;
    for (let interval = 0; interval < weights.length; interval += 1) {
      const above = reached[interval]! - aggregate.leastWh[interval]!;
      if (above > 0) weights[interval]! *= wanted[interval]! / above;
    }
    tryAll(aggregate, weights, energiesWh);
  }
  return energiesWh;
}

function tryAll(aggregate: ExactAggregate, weights: Float64Array, energiesWh: Float64Array): void {
  for (let member = 0; member < aggregate.startAt.length; member += 1)
    if (aggregate.runningAt[member] === -1) tryMember(aggregate, member, weights, energiesWh);
    else tryMemberWithRunningTotals(aggregate, member, weights, energiesWh);
}

/** Proportional to weights, all of them scaled until the total fits. */
function tryMember(
  aggregate: ExactAggregate,
  member: number,
  weights: Float64Array,
  energiesWh: Float64Array,
): void {
  const { firstUnit, startAt, lowerWh, upperWh, totalLowerWh, totalUpperWh } = aggregate;
  const first = firstUnit[member]!;
  const end = firstUnit[member + 1]!;
  const shift = startAt[member]! - first;
  let least = 0;
  let wished = 0;
  for (let unit = first; unit < end; unit += 1) {
    least += lowerWh[unit]!;
    wished += Math.min(1, weights[unit + shift]!) * (upperWh[unit]! - lowerWh[unit]!);
  }
  const goal = Math.min(totalUpperWh[member]!, Math.max(totalLowerWh[member]!, least + Math.round(wished)));
  const scale = scaleTo(aggregate, member, weights, goal - least);
  let missing = goal - least;
  for (let unit = first; unit < end; unit += 1) {
    const range = upperWh[unit]! - lowerWh[unit]!;
    const energy = Math.min(missing, Math.round(range * Math.min(1, scale * weights[unit + shift]!)));
    energiesWh[unit] = lowerWh[unit]! + energy;
    missing -= energy;
  }
  for (let unit = first; unit < end && missing > 0; unit += 1) {
    const more = Math.min(missing, upperWh[unit]! - energiesWh[unit]!);
    energiesWh[unit]! += more;
    missing -= more;
  }
}

/** The factor of the weights at which a member takes `goal` above its lower bounds, approached from below. */
function scaleTo(
  { firstUnit, startAt, lowerWh, upperWh }: ExactAggregate,
  member: number,
  weights: Float64Array,
  goal: number,
): number {
  const first = firstUnit[member]!;
  const end = firstUnit[member + 1]!;
  const shift = startAt[member]! - first;
  let scale = 0;
  for (;;) {
    let full = 0;
    let weighted = 0;
    for (let unit = first; unit < end; unit += 1) {
      const range = upperWh[unit]! - lowerWh[unit]!;
      const weight = weights[unit + shift]!;
      if (scale * weight >= 1) full += range;
      else weighted += weight * range;
    }
    const next = weighted > 0 ? (goal - full) / weighted : scale;
    if (!(next > scale * (1 + 1e-9))) return scale;
    scale = next;
  }
}

/** Proportional, in the order of time, as far as the running totals let it. */
function tryMemberWithRunningTotals(
  aggregate: ExactAggregate,
  member: number,
  weights: Float64Array,
  energiesWh: Float64Array,
): void {
  const { firstUnit, startAt, runningAt, lowerWh, upperWh, runningLowerWh, runningUpperWh } = aggregate;
  const first = firstUnit[member]!;
  const end = firstUnit[member + 1]!;
  const shift = startAt[member]! - first;
  let total = 0;
  for (let unit = first; unit < end; unit += 1) {
    const running = runningAt[member]! + unit - first;
    const range = upperWh[unit]! - lowerWh[unit]!;
    const wish = lowerWh[unit]! + Math.round(Math.min(1, weights[unit + shift]!) * range);
    const least = Math.max(lowerWh[unit]!, runningLowerWh[running]! - total);
    const most = Math.min(upperWh[unit]!, runningUpperWh[running]! - total);
    energiesWh[unit] = Math.min(most, Math.max(least, wish));
    total += energiesWh[unit]!;
  }
}
