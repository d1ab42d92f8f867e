import type { EnergySet } from '#flexoffer';
import type { UnitCurve } from './unit-curve.js';

/** Worths this near to each other are the same, as a share of all that there are: rounding makes them differ. */
const SAME_WORTH = 1e-12;

/**
 * Whole energies between the bounds of the intervals, with a sum inside the total's bounds, that cost least: every
 * interval goes on until a watt-hour more costs what the total is worth, and that is found by bisection. Running totals
 * before the last do not count here.
 *
 * @param energiesWh the result
 */
export function fitTotal(set: EnergySet, curve: UnitCurve, energiesWh: Float64Array): void {
  const { lowerWh, upperWh, runningLowerWh, runningUpperWh } = set;
  const last = lowerWh.length - 1;
  extendTo(0, lowerWh, upperWh, curve, energiesWh);
  const total = sumOf(energiesWh, last + 1);
  if (total > runningUpperWh[last]!) {
    const highest = energiesWh.slice(0, last + 1);
    meetTotal(lowerWh.slice(), highest, runningUpperWh[last]!, curve, energiesWh);
  } else if (total < runningLowerWh[last]!) {
    const lowest = energiesWh.slice(0, last + 1);
    meetTotal(lowest, upperWh.slice(), runningLowerWh[last]!, curve, energiesWh);
  }
}

/** Between two profiles, of which one has too little and the other too much; narrows both. */
function meetTotal(
  low: Float64Array,
  high: Float64Array,
  totalWh: number,
  curve: UnitCurve,
  energiesWh: Float64Array,
): void {
  const { length } = low;
  let [cheap, dear] = marginalRange(low, high, curve);
  const same = SAME_WORTH * (dear - cheap);
  let lowSum = sumOf(low, length);
  let highSum = sumOf(high, length);
  for (let isHalving = false; ; isHalving = !isHalving) {
    const share = isHalving ? 1 / 2 : (totalWh - lowSum) / (highSum - lowSum);
    const worth = cheap + share * (dear - cheap);
    extendTo(worth, low, high, curve, energiesWh);
    const sum = sumOf(energiesWh, length);
    if (sum <= totalWh) {
      low.set(energiesWh.subarray(0, length));
      lowSum = sum;
      cheap = worth;
    } else {
      high.set(energiesWh.subarray(0, length));
      highSum = sum;
      dear = worth;
    }
    if (highSum === lowSum + 1 || dear - cheap <= same) break;
  }
  fillUp(totalWh - lowSum, low, high, energiesWh);
}

/** What is still missing costs nearly the same everywhere. */
function fillUp(missingWh: number, low: Float64Array, high: Float64Array, energiesWh: Float64Array): void {
  let missing = missingWh;
  for (let unit = 0; unit < low.length; unit += 1) {
    const more = Math.min(missing, high[unit]! - low[unit]!);
    energiesWh[unit] = low[unit]! + more;
    missing -= more;
  }
}

/** Every interval goes on, between two energies, as long as a watt-hour more costs less than it is worth. */
function extendTo(
  worth: number,
  low: Float64Array,
  high: Float64Array,
  curve: UnitCurve,
  energiesWh: Float64Array,
): void {
  for (let unit = 0; unit < low.length; unit += 1)
    energiesWh[unit] = extended(unit, worth, low[unit]!, high[unit]!, curve);
}

/** Looks around where it is likely, farther and farther away until both sides are known, then in the middle. */
function extended(unit: number, worth: number, low: number, high: number, curve: UnitCurve): number {
  let least = low;
  let most = high;
  let at = least < most ? Math.round(curve.about(unit, worth)) : least;
  for (let step = 1; least < most; step *= 2) {
    const probe = Math.min(most - 1, Math.max(least, at));
    if (curve.marginal(unit, probe) < worth) least = probe + 1;
    else most = probe;
    const isBetween = least > low && most < high;
    at = isBetween ? Math.floor((least + most) / 2) : least > low ? probe + step : probe - step;
  }
  return least;
}

/** What the first watt-hours cost at least, and the last ones at most. */
function marginalRange(low: Float64Array, high: Float64Array, curve: UnitCurve): [number, number] {
  let cheap = 0;
  let dear = 0;
  for (let unit = 0; unit < low.length; unit += 1) {
    if (low[unit]! >= high[unit]!) continue;
    cheap = Math.min(cheap, curve.marginal(unit, low[unit]!));
    dear = Math.max(dear, curve.marginal(unit, high[unit]! - 1));
  }
  return [cheap, dear];
}

function sumOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += values[index]!;
  return sum;
}
