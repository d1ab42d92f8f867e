import { divideRounded } from '../../money/rounding.js';
import type { AdjustmentRule } from './adjustment-rule.js';
import { MOST_SLOPE } from './adjustment-rule.js';

/**
 * Multiplies by actual over baseline of the window, at most `capPercent` up or down. California ISO: 3 hours that end
 * an hour before the event, 20 % (residential 40 %); New York ISO: 2 hours that begin 4 hours before it, 20 %.
 *
 * With A and B the window's actual and baseline, E the day's events and s the most slope, the change of an interval is
 *
 * ```
 * baseline * (A - B) / max(B, E / s)      within +- capPercent of it
 * ```
 *
 * of which the first denominator is the plain ratio A / B, and the second the limit on the slope: summed over the
 * events it gives E * s / E = s. It binds only where the events are larger than 3/4 of the window.
 */
export function ratioRule(windowLength: number, gap: number, capPercent: number): AdjustmentRule {
  return {
    windowLength,
    gap,
    changeWh({ windowActualWh, windowBaselineWh, dayEventsWh }) {
      if (windowBaselineWh <= 0) return undefined;
      const deviation = BigInt(windowActualWh - windowBaselineWh) * MOST_SLOPE.numerator;
      const byRatio = BigInt(windowBaselineWh) * MOST_SLOPE.numerator;
      const bySlope = BigInt(dayEventsWh) * MOST_SLOPE.denominator;
      const share = capped(deviation, byRatio > bySlope ? byRatio : bySlope, BigInt(capPercent));
      return (baselineWh) => Number(divideRounded(BigInt(baselineWh) * share.numerator, share.denominator));
    },
  };
}

function capped(numerator: bigint, denominator: bigint, capPercent: bigint) {
  const magnitude = numerator < 0n ? -numerator : numerator;
  if (magnitude * 100n <= capPercent * denominator) return { numerator, denominator };
  return { numerator: numerator < 0n ? -capPercent : capPercent, denominator: 100n };
}
