import type { EnergySet } from '../exact/energy-set.js';
import type { DependencyRow, FlexOffer } from '../flex-offer.js';
import { limitOf, narrowTo, rowHolds, type WholeRange } from './dependency-row.js';
import { rowsHoldThroughout } from './rows-hold-throughout.js';
import { tightened } from '../exact/tightened.js';

/**
 * The energies of whole slices that an offer allows. Neither the start nor the durations matter here: the bounds of a
 * slice hold for the whole of it.
 */
export interface SliceProblem {
  /** One entry for every slice instead of every interval. Tightened. */
  readonly set: EnergySet;
  /** For every slice the rows that bounds of slices and running totals cannot express; x and y as in the offer. */
  readonly rows: readonly (readonly DependencyRow[])[];
}

/**
 * The slices of an offer, undefined if its bounds contradict each other. Rows with a = 0 become bounds of the slice,
 * rows with b = 0 bounds of the running total before it, rows with a = b bounds of the running total after it, and so
 * do all rows of the first slice, before which there is nothing. Rows that hold anyway are left out.
 */
export function sliceProblemOf(
  offer: Pick<FlexOffer, 'slices' | 'runningTotal' | 'totalEnergy'>,
): SliceProblem | undefined {
  const wide = boundsOf(offer);
  const general = offer.slices.map(({ dependency }, slice) =>
    (dependency ?? []).filter((row) => !becomesBound(wide, slice, row)),
  );
  const set = tightened(wide);
  if (set === undefined) return undefined;
  const rows = general.map((each, slice) => each.filter((row) => !rowsHoldThroughout(set, slice, [row])));
  return { set, rows };
}

export function hasRows({ rows }: SliceProblem): boolean {
  return rows.some((each) => each.length > 0);
}

function boundsOf({
  slices,
  runningTotal,
  totalEnergy,
}: Pick<FlexOffer, 'slices' | 'runningTotal' | 'totalEnergy'>): EnergySet {
  const set = {
    lowerWh: Float64Array.from(slices, ({ lowerWh }) => lowerWh),
    upperWh: Float64Array.from(slices, ({ upperWh }) => upperWh),
    runningLowerWh: Float64Array.from(slices, (_, slice) => runningTotal?.[slice]?.lowerWh ?? -Infinity),
    runningUpperWh: Float64Array.from(slices, (_, slice) => runningTotal?.[slice]?.upperWh ?? Infinity),
  };
  if (totalEnergy !== undefined) {
    narrowEntry(set.runningLowerWh, set.runningUpperWh, slices.length - 1, {
      lower: totalEnergy.lowerWh,
      upper: totalEnergy.upperWh,
    });
  }
  return set;
}

/** Moves a row into the bounds where it can be said with them; false if it cannot. */
function becomesBound(set: EnergySet, slice: number, row: DependencyRow): boolean {
  const { a, b } = row;
  const range: WholeRange = { lower: -Infinity, upper: Infinity };
  const limit = limitOf(row);
  if (slice === 0 || a === 0) {
    narrowTo(range, b, limit / b, (own) => rowHolds(row, 0, own));
    narrowEntry(set.lowerWh, set.upperWh, slice, range);
  } else if (b === 0) {
    narrowTo(range, a, limit / a, (earlier) => rowHolds(row, earlier, 0));
    narrowEntry(set.runningLowerWh, set.runningUpperWh, slice - 1, range);
  } else if (a === b) {
    narrowTo(range, a, limit / a, (after) => rowHolds(row, after, 0));
    narrowEntry(set.runningLowerWh, set.runningUpperWh, slice, range);
  } else {
    return false;
  }
  return true;
}

function narrowEntry(lower: Float64Array, upper: Float64Array, index: number, range: WholeRange): void {
  lower[index] = Math.max(lower[index] ?? range.lower, range.lower);
  upper[index] = Math.min(upper[index] ?? range.upper, range.upper);
}
