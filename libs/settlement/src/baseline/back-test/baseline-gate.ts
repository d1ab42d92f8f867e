import type { Fault } from '#flexoffer';
import type { BaselineError } from './baseline-error.js';

/** What a method must keep to on a meter before anything is settled by it there. Shares, 0.2 for 20 %. */
export interface BaselineLimits {
  readonly relativeRmse: number;
  /** Up or down. */
  readonly bias: number;
  /** Fewer days tested prove nothing. */
  readonly leastDays: number;
  /** Of the days tested, on how many the method may have refused. */
  readonly refusedShare: number;
}

/** AEMO's for wholesale demand response: 20 % and 4 %; a month of days, and one day in ten without a baseline. */
export const AEMO_LIMITS: BaselineLimits = {
  relativeRmse: 0.2,
  bias: 0.04,
  leastDays: 30,
  refusedShare: 0.1,
};

/**
 * Every limit that the method breaks on this meter, each named by its path with what was measured; empty: it may be
 * settled by. An error that cannot be stated (nothing consumed on average) is outside every limit.
 */
export function baselineGateFaults(error: BaselineError, limits: BaselineLimits): Fault[] {
  const { days, refusedDays, relativeRmse, bias } = error;
  const refused = refusedDays / Math.max(1, days + refusedDays);
  return [
    ...check('leastDays', days >= limits.leastDays, `must be at least ${limits.leastDays} days, is ${days}`),
    ...check(
      'refusedShare',
      refused <= limits.refusedShare,
      `must be at most ${percent(limits.refusedShare)} of the days, is ${percent(refused)}`,
    ),
    ...check(
      'relativeRmse',
      relativeRmse !== undefined && relativeRmse <= limits.relativeRmse,
      `must be at most ${percent(limits.relativeRmse)}, is ${percent(relativeRmse)}`,
    ),
    ...check(
      'bias',
      bias !== undefined && Math.abs(bias) <= limits.bias,
      `must be within ${percent(limits.bias)} up or down, is ${percent(bias)}`,
    ),
  ];
}

function check(path: string, right: boolean, message: string): Fault[] {
  return right ? [] : [{ path, message }];
}

function percent(share: number | undefined): string {
  return share === undefined ? 'unknown' : `${Number((share * 100).toFixed(2))} %`;
}
