/** What a schedule is worth, to be compared from the first to the last. */
export interface Worth {
  /** Wh times micro per kWh: thousandths of a micro-unit. */
  readonly value: number;
  readonly soldWh: number;
  /** Moved away from the default schedule, in both directions. */
  readonly movedWh: number;
}

export const NOTHING: Worth = { value: 0, soldWh: 0, movedWh: 0 };

export const addWorth = (left: Worth, right: Worth): Worth => ({
  value: left.value + right.value,
  soldWh: left.soldWh + right.soldWh,
  movedWh: left.movedWh + right.movedWh,
});

/** More value, or as much with more energy sold, or both with less moved. */
export function isBetter(left: Worth, right: Worth): boolean {
  if (left.value !== right.value) return left.value > right.value;
  if (left.soldWh !== right.soldWh) return left.soldWh > right.soldWh;
  return left.movedWh < right.movedWh;
}
