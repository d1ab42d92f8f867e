import type { LocalQuarter } from '../calendar/local-quarters.js';
import { divideRounded } from '../money/rounding.js';
import type { BaselineValue } from './baseline-method.js';
import type { DayProfile } from './day-profile.js';

/**
 * The mean of several days per interval, matched by what the wall clock shows and rounded once to whole Wh (a half
 * away from zero). Where the clock changes:
 *
 * - both intervals of a doubled quarter of the target day get that quarter's mean;
 * - a doubled quarter of a like day counts as the mean of its two readings;
 * - a like day whose clock skips a quarter is left out of that quarter's mean, which is then over one day fewer.
 *
 * Undefined if none of the days has a quarter that the target day has.
 */
export function meanProfile(
  target: readonly LocalQuarter[],
  days: readonly DayProfile[],
): BaselineValue[] | undefined {
  const values: BaselineValue[] = [];
  for (const { interval, quarter } of target) {
    const doubled = days.flatMap((day) => day.doubledWh.get(quarter) ?? []);
    if (doubled.length === 0) return undefined;
    const sum = doubled.reduce((total, energyWh) => total + BigInt(energyWh), 0n);
    values.push({ interval, baselineWh: Number(divideRounded(sum, 2n * BigInt(doubled.length))) });
  }
  return values;
}
