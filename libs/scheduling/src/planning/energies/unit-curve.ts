import type { IntervalIndex } from '#flexoffer';
import type { Totals } from '../local-search/totals.js';
import type { LimitedPart } from '../portfolio/limited-part.js';

/** What each energy of a limited part costs, beside everything that is placed: convex in every interval. */
export interface UnitCurve {
  /** What one watt-hour more than `energyWh` costs in an interval of the part. */
  marginal(unit: number, energyWh: number): number;
  /** About the energy up to which more costs less than it is worth; may be infinite. */
  about(unit: number, worth: number): number;
}

/** @param begin where the part begins, counted from `firstInterval` */
export function unitCurve(
  { asked }: LimitedPart,
  begin: number,
  totals: Totals,
  firstInterval: IntervalIndex,
): UnitCurve {
  const costAt = (unit: number, energyWh: number): number => {
    const t = begin + unit;
    return (
      totals.costWith(t, totals.fixedWh[t]! + energyWh, totals.roomWh, t * totals.levels) +
      asked.ofUnit(unit, firstInterval + t, energyWh)
    );
  };
  const about = (unit: number, worth: number): number => {
    const t = begin + unit;
    const fixed = totals.fixedWh[t]!;
    const usual = asked.defaultAt(firstInterval + t);
    const less = totals.fixedWorth(t, worth - asked.below[unit]!) - fixed;
    if (!asked.isKinked || less < usual) return less;
    return Math.max(usual, totals.fixedWorth(t, worth - asked.above[unit]!) - fixed);
  };
  return { marginal: (unit, energyWh) => costAt(unit, energyWh + 1) - costAt(unit, energyWh), about };
}
