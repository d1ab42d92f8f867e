import type { IntervalIndex } from '#flexoffer';
import type { CapacityLedger } from './capacity-ledger.js';
import { marginalValues } from './marginal-segments.js';
import type { MarginalSegment, MarginalValues } from './marginal-segments.js';
import type { Seller } from './seller.js';
import { isBetter } from './worth.js';
import type { Worth } from './worth.js';

/** A schedule of a seller as its change by cell (default minus scheduled energy). */
export interface Response extends Worth {
  readonly start: IntervalIndex;
  readonly changesWh: Float64Array;
}

/**
 * The best that a seller can do beside what the others have sold and moved: over all start times, the most value,
 * then the most energy sold, then the least change. Undefined if it can sell nothing without loss.
 */
export function bestResponse(seller: Seller, ledger: CapacityLedger): Response | undefined {
  const values = marginalValues(seller);
  if (!values.canSell) return undefined;
  ledger.narrow(seller, values.lowestWh, values.highestWh);
  const low = new Float64Array(seller.cells);
  const high = new Float64Array(seller.cells);
  let best: Response | undefined;
  for (const start of seller.starts) {
    const needWh = openCells(seller, values, start, low, high);
    if (needWh === undefined || !fill(values.segments, low, high, needWh)) continue;
    const worth = worthOf(values.segments, low);
    if (worth.soldWh === 0 || worth.value < 0) continue;
    if (best === undefined || isBetter(worth, best)) best = { ...worth, start, changesWh: low.slice() };
  }
  return best;
}

interface Need {
  readonly atLeastWh: number;
  readonly atMostWh: number;
}

/**
 * Sets the lowest and the highest change of each cell if the profile starts at `start`, and returns how far their
 * sum must and may rise above the lowest for the total energy. Undefined if a bound cannot be kept.
 */
function openCells(
  seller: Seller,
  values: MarginalValues,
  start: IntervalIndex,
  low: Float64Array,
  high: Float64Array,
): Need | undefined {
  const from = start - seller.reachFrom;
  const length = seller.lowerWh.length;
  let highestEnergyWh = 0;
  for (let cell = 0; cell < seller.cells; cell += 1) {
    const usual = seller.defaultWh[cell]!;
    const unit = cell - from;
    const inside = unit >= 0 && unit < length;
    const lowest = Math.max(inside ? usual - seller.upperWh[unit]! : usual, values.lowestWh[cell]!);
    const highest = Math.min(inside ? usual - seller.lowerWh[unit]! : usual, values.highestWh[cell]!);
    if (lowest > highest) return undefined;
    low[cell] = lowest;
    high[cell] = highest;
    if (inside) highestEnergyWh += usual - lowest;
  }
  const atMostWh = highestEnergyWh - seller.totalLowerWh;
  return atMostWh < 0 ? undefined : { atLeastWh: highestEnergyWh - seller.totalUpperWh, atMostWh };
}

/**
 * Raises the changes from the lowest (in `low`, in place) to the best; false if `atLeastWh` cannot be reached.
 *
 * Exact, because each cell's value is concave and only the sum ties the cells together: segments of one cell come
 * by falling slope, so taking the steepest of all cells always takes a cell's next one. Were another solution
 * better, it would use a flatter watt-hour where a steeper one is free, and exchanging the two loses nothing.
 * (Greedy for resource allocation under one sum, O. Gross 1956; Ibaraki and Katoh, Resource Allocation Problems,
 * 1988.) All ends are integers, so the result is.
 */
function fill(
  segments: readonly MarginalSegment[],
  low: Float64Array,
  high: Float64Array,
  need: Need,
): boolean {
  let raisedWh = 0;
  for (const { cell, fromWh, toWh, rank } of segments) {
    const wanted = (rank > 0 ? need.atMostWh : need.atLeastWh) - raisedWh;
    if (wanted <= 0) break;
    const free = Math.min(toWh, high[cell]!) - Math.max(fromWh, low[cell]!);
    if (free <= 0) continue;
    const taken = Math.min(free, wanted);
    low[cell] = low[cell]! + taken;
    raisedWh += taken;
  }
  return raisedWh >= need.atLeastWh;
}

function worthOf(segments: readonly MarginalSegment[], changesWh: Float64Array): Worth {
  let value = 0;
  let soldWh = 0;
  let movedWh = 0;
  for (const { cell, fromWh, toWh, slope, sold } of segments) {
    const change = changesWh[cell]!;
    const covered = fromWh >= 0 ? Math.min(change, toWh) - fromWh : toWh - Math.max(change, fromWh);
    if (covered <= 0) continue;
    const signed = fromWh >= 0 ? covered : -covered;
    value += slope * signed;
    soldWh += sold * signed;
    movedWh += covered;
  }
  return { value, soldWh, movedWh };
}
