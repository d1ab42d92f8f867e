import type { DependencyRow, WattHours } from '../flex-offer.js';

/** Rows arrive with rounded factors: they hold within this many watt-hours, times the factors where these are above 1. */
const ROW_TOLERANCE_WH = 0.001;

/** What the left side of a row may reach: its `cWh` and the tolerance of 0.001 Wh * max(1, |a| + |b|). */
export function limitOf({ a, b, cWh }: DependencyRow): number {
  return cWh + ROW_TOLERANCE_WH * Math.max(1, Math.abs(a) + Math.abs(b));
}

/**
 * Whether `a*x + b*y <= cWh` within the tolerance, for the energy x of all earlier slices and y of this one.
 * Where a = b only x + y matters, to the last digit.
 */
export function rowHolds(row: DependencyRow, earlierWh: number, ownWh: number): boolean {
  const { a, b } = row;
  const left = a === b ? a * (earlierWh + ownWh) : a * earlierWh + b * ownWh;
  return left <= limitOf(row);
}

/** Inclusive whole numbers; empty if `lower > upper`; infinite ends are no bounds. */
export interface WholeRange {
  lower: number;
  upper: number;
}

/** The whole y for which every row holds after the earlier energy x: exactly those that {@link rowHolds} lets pass. */
export function ownRange(rows: readonly DependencyRow[], earlierWh: WattHours): WholeRange {
  const range = { lower: -Infinity, upper: Infinity };
  for (const row of rows) {
    narrowTo(range, row.b, (limitOf(row) - row.a * earlierWh) / row.b, (own) =>
      rowHolds(row, earlierWh, own),
    );
  }
  return range;
}

/** Narrows a range to the whole numbers that keep `factor * number <= something`, the end of which is about `end`. */
export function narrowTo(
  range: WholeRange,
  factor: number,
  end: number,
  holds: (value: number) => boolean,
): void {
  if (factor === 0) {
    if (!holds(0)) range.upper = -Infinity;
  } else if (factor > 0) {
    range.upper = Math.min(range.upper, lastThatHolds(Math.floor(end), -1, holds));
  } else {
    range.lower = Math.max(range.lower, lastThatHolds(Math.ceil(end), 1, holds));
  }
}

/**
 * Division rounds, and may be one off: one step back if the whole number does not hold, one forth if the next does.
 * Never negative zero.
 */
function lastThatHolds(end: number, inwards: 1 | -1, holds: (value: number) => boolean): number {
  if (!Number.isSafeInteger(end)) return end;
  if (!holds(end)) return end + inwards;
  return holds(end - inwards) ? end - inwards : end + 0;
}
