import type { EnergySet } from './energy-set.js';

/**
 * The same set with every bound as narrow as the others make it, so that each bound is reached by some profile.
 *
 * The running totals are distances from zero in a graph that is a line, so one sweep each way finds them.
 *
 * @returns undefined if no profile satisfies all bounds
 */
export function tightened(set: EnergySet): EnergySet | undefined {
  const runningLowerWh = Float64Array.from(set.runningLowerWh);
  const runningUpperWh = Float64Array.from(set.runningUpperWh);
  if (!narrowRunning(set, runningLowerWh, runningUpperWh)) return undefined;
  const lowerWh = new Float64Array(set.lowerWh.length);
  const upperWh = new Float64Array(set.lowerWh.length);
  let leastBefore = 0;
  let mostBefore = 0;
  for (let unit = 0; unit < lowerWh.length; unit += 1) {
    lowerWh[unit] = Math.max(set.lowerWh[unit]!, runningLowerWh[unit]! - mostBefore);
    upperWh[unit] = Math.min(set.upperWh[unit]!, runningUpperWh[unit]! - leastBefore);
    leastBefore = runningLowerWh[unit]!;
    mostBefore = runningUpperWh[unit]!;
  }
  return { lowerWh, upperWh, runningLowerWh, runningUpperWh };
}

/** Narrows running totals in place; false if nothing is left. */
export function narrowRunning(
  { lowerWh, upperWh }: Pick<EnergySet, 'lowerWh' | 'upperWh'>,
  least: Float64Array,
  most: Float64Array,
): boolean {
  let leastBefore = 0;
  let mostBefore = 0;
  for (let unit = 0; unit < least.length; unit += 1) {
    if (lowerWh[unit]! > upperWh[unit]!) return false;
    least[unit] = leastBefore = Math.max(least[unit]!, leastBefore + lowerWh[unit]!);
    most[unit] = mostBefore = Math.min(most[unit]!, mostBefore + upperWh[unit]!);
    if (leastBefore > mostBefore) return false;
  }
  for (let unit = least.length - 2; unit >= 0; unit -= 1) {
    least[unit] = Math.max(least[unit]!, least[unit + 1]! - upperWh[unit + 1]!);
    most[unit] = Math.min(most[unit]!, most[unit + 1]! - lowerWh[unit + 1]!);
    if (least[unit]! > most[unit]!) return false;
  }
  // Before the first interval the running total is zero.
  return least.length === 0 || (least[0]! <= upperWh[0]! && most[0]! >= lowerWh[0]!);
}
