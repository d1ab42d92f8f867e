import type { IntervalIndex } from '#flexoffer';
import { bestChange, worthOfChange } from './best-change.js';
import type { CapacityLedger } from './capacity-ledger.js';
import { moveIntoSum } from './move-into-sum.js';
import type { Seller } from './seller.js';
import { valueCurves, type ValueCurve } from './value-curve.js';
import { addWorth, isBetter, NOTHING, type Worth } from './worth.js';

/** A schedule of a seller as its change by cell (default minus scheduled energy). */
export interface Response extends Worth {
  readonly start: IntervalIndex;
  readonly changesWh: Float64Array;
}

/** The lowest and highest change of each cell. */
interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * The best that a seller can do beside what the others have sold and moved: over all start times, the most value,
 * then the most energy sold, then the least change, then the earliest start. Undefined if it can sell nothing.
 * Exact for sellers without a total energy; with one, it starts from the best without and moves by least loss.
 */
export function bestResponse(seller: Seller, ledger: CapacityLedger): Response | undefined {
  const curves = valueCurves(seller);
  if (!curves.some(({ less, more }) => less.length > 0 || more.length > 0)) return undefined;
  const limits = limitsOf(seller, ledger);
  const bounds = { low: new Float64Array(seller.cells), high: new Float64Array(seller.cells) };
  let best: Response | undefined;
  for (const start of seller.starts) {
    if (!open(seller, limits, start, bounds)) continue;
    const response = respond(seller, curves, bounds, start);
    if (response === undefined || response.soldWh === 0) continue;
    if (best === undefined || isBetter(response, best)) best = response;
  }
  return best;
}

/** What the grid and the clock allow. */
function limitsOf(seller: Seller, ledger: CapacityLedger): Bounds {
  const low = new Float64Array(seller.cells).fill(-Infinity);
  const high = new Float64Array(seller.cells).fill(Infinity);
  const past = Math.min(seller.cells, Math.max(0, seller.firstInterval - seller.reachFrom));
  low.fill(0, 0, past);
  high.fill(0, 0, past);
  ledger.narrow(seller, low, high);
  return { low, high };
}

/** Sets the bounds of each cell if the profile starts at `start`; false if some bound cannot be kept. */
function open(seller: Seller, limits: Bounds, start: IntervalIndex, { low, high }: Bounds): boolean {
  const from = start - seller.reachFrom;
  for (let cell = 0; cell < seller.cells; cell += 1) {
    const usual = seller.defaultWh[cell]!;
    const unit = cell - from;
    const inside = unit >= 0 && unit < seller.lowerWh.length;
    low[cell] = Math.max(inside ? usual - seller.upperWh[unit]! : usual, limits.low[cell]!);
    high[cell] = Math.min(inside ? usual - seller.lowerWh[unit]! : usual, limits.high[cell]!);
    if (low[cell]! > high[cell]!) return false;
  }
  return true;
}

function respond(
  seller: Seller,
  curves: readonly ValueCurve[],
  { low, high }: Bounds,
  start: IntervalIndex,
): Response | undefined {
  const changesWh = new Float64Array(seller.cells);
  let worth: Worth = NOTHING;
  let sum = 0;
  curves.forEach((curve, cell) => {
    const best = bestChange(curve, low[cell]!, high[cell]!);
    changesWh[cell] = best.changeWh;
    sum += best.changeWh;
    worth = addWorth(worth, best);
  });
  // The energy of the schedule is the default's less the changes, so its total bounds their sum the other way round.
  const usual = seller.defaultWh.reduce((total, energy) => total + energy, 0);
  const [least, most] = [usual - seller.totalUpperWh, usual - seller.totalLowerWh];
  if (sum >= least && sum <= most) return { ...worth, start, changesWh };
  const target = sum < least ? least : most;
  if (!moveIntoSum(changesWh, curves, low, high, target - sum)) return undefined;
  const moved = curves.map((curve, cell) => worthOfChange(curve, changesWh[cell]!)).reduce(addWorth, NOTHING);
  return { ...moved, start, changesWh };
}
