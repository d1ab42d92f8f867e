import type { EnergySet } from '../exact/energy-set.js';
import type { DependencyRow } from '../flex-offer.js';
import { rowHolds } from './dependency-row.js';

/**
 * Whether rows of a slice hold for everything that the bounds alone allow. The energy x before the slice and its own
 * y lie in a polygon with at most six corners, and a linear row that holds at all of them holds inside:
 *
 * ```
 * y
 * upper  |      ____
 *        |     /    \  x + y <= running upper
 *        |     |     \
 *        |      \     |
 * lower  |       \____|      x + y >= running lower
 *        +---------------- x
 *              before
 * ```
 *
 * For each row only the side of the polygon matters on which its y is worst: both ends of that side, and the corner
 * between them where the bound of the slice meets the one of the running total.
 */
export function rowsHoldThroughout(set: EnergySet, slice: number, rows: readonly DependencyRow[]): boolean {
  if (rows.length === 0) return true;
  const lower = set.lowerWh[slice] ?? 0;
  const upper = set.upperWh[slice] ?? 0;
  const afterLower = set.runningLowerWh[slice] ?? 0;
  const afterUpper = set.runningUpperWh[slice] ?? 0;
  const beforeLower = slice === 0 ? 0 : (set.runningLowerWh[slice - 1] ?? 0);
  const beforeUpper = slice === 0 ? 0 : (set.runningUpperWh[slice - 1] ?? 0);
  const first = Math.max(beforeLower, afterLower - upper);
  const last = Math.min(beforeUpper, afterUpper - lower);
  if (first > last) return true;
  for (const row of rows) {
    const worst = (before: number): number =>
      row.b > 0 ? Math.min(upper, afterUpper - before) : Math.max(lower, afterLower - before);
    const corner = row.b > 0 ? afterUpper - upper : afterLower - lower;
    const between = Math.min(Math.max(corner, first), last);
    if (!rowHolds(row, first, worst(first)) || !rowHolds(row, last, worst(last))) return false;
    if (!rowHolds(row, between, worst(between))) return false;
  }
  return true;
}
