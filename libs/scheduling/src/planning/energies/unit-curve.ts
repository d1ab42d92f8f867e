import type { IntervalIndex } from '#flexoffer';
import type { Totals } from '../local-search/totals.js';
import type { LimitedPart } from '../portfolio/limited-part.js';

/** What each energy of a limited part costs, beside everything that is placed: convex in every interval. */
export interface UnitCurve {
  /** What one watt-hour more than `energyWh` costs in an interval of the part. */
  marginal(unit: number, energyWh: number): number;
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
  return { marginal: (unit, energyWh) => costAt(unit, energyWh + 1) - costAt(unit, energyWh) };
}
