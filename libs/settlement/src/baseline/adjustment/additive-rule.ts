import { divideRounded } from '../../money/rounding.js';
import type { AdjustmentRule } from './adjustment-rule.js';
import { MOST_SLOPE } from './adjustment-rule.js';

/**
 * Adds the window's mean of actual minus baseline to every interval. PJM: 3 hours that end an hour before the event.
 * PJM has no cap; here the change is at most `capPercent` of the events' mean unadjusted baseline.
 *
 * With A and B the window's actual and baseline, w its length, n the number of intervals of the day's events and s the
 * most slope, the change of each interval is
 *
 * ```
 * (A - B) / max(w, n / s)
 * ```
 */
export function additiveRule(windowLength: number, gap: number, capPercent: number): AdjustmentRule {
  return {
    windowLength,
    gap,
    changeWh({ windowActualWh, windowBaselineWh, dayEventsWh, dayEventsLength }) {
      const deviation = BigInt(windowActualWh - windowBaselineWh) * MOST_SLOPE.numerator;
      const byMean = BigInt(windowLength) * MOST_SLOPE.numerator;
      const bySlope = BigInt(dayEventsLength) * MOST_SLOPE.denominator;
      const change = divideRounded(deviation, byMean > bySlope ? byMean : bySlope);
      const most = (BigInt(dayEventsWh) * BigInt(capPercent)) / (100n * BigInt(dayEventsLength));
      const within = change > most ? most : change < -most ? -most : change;
      return () => Number(within);
    },
  };
}
