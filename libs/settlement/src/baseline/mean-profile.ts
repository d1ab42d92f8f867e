import type { LocalQuarter } from '../calendar/local-quarters.js';
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
    let sum = 0;
    let count = 0;
    for (const { doubledWh } of days) {
      const doubled = doubledWh[quarter] ?? NaN;
      if (Number.isNaN(doubled)) continue;
      sum += doubled;
      count += 1;
    }
    if (count === 0) return undefined;
    values.push({ interval, baselineWh: dividedRounded(sum, 2 * count) });
  }
  return values;
}

/** A half away from zero; exact, since twice the sum of some hundred energies up to 1e12 Wh is far below 2^53. */
function dividedRounded(sum: number, count: number): number {
  const rounded = Math.floor((2 * Math.abs(sum) + count) / (2 * count));
  return sum < 0 && rounded > 0 ? -rounded : rounded;
}
