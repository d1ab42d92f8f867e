import type { IntervalIndex } from '#flexoffer';
import { bestChange, noChange, worthOfChange } from './best-change.js';
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

/** Where one start after the other is looked at. */
interface Trial extends Bounds {
  readonly changesWh: Float64Array;
  readonly worth: { -readonly [Field in keyof Worth]: number };
}

/**
 * The best that a seller can do beside what the others have sold and moved: over all start times, the most value,
 * then the most energy sold, then the least change, then the earliest start. Undefined if it can sell nothing.
 * Exact for sellers without a total energy; with one, it starts from the best without and moves by least loss.
 */
export function bestResponse(seller: Seller, ledger: CapacityLedger): Response | undefined {
  const shared = seller.asks === undefined ? valueCurves(seller, seller.defaultStart) : undefined;
  if (shared?.every(({ less, more }) => less.length === 0 && more.length === 0)) return undefined;
  const limits = limitsOf(seller, ledger);
  const trial: Trial = {
    low: new Float64Array(seller.cells),
    high: new Float64Array(seller.cells),
    changesWh: new Float64Array(seller.cells),
    worth: { ...NOTHING },
  };
  let best: Response | undefined;
  for (const start of seller.starts) {
    if (!open(seller, limits, start, trial)) continue;
    if (!respond(seller, shared ?? valueCurves(seller, start), trial)) continue;
    if (trial.worth.soldWh > 0 && (best === undefined || isBetter(trial.worth, best)))
      best = { ...trial.worth, start, changesWh: trial.changesWh.slice() };
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

/** Writes the best changes within the bounds, and their worth; false if they cannot keep the total energy. */
function respond(seller: Seller, curves: readonly ValueCurve[], trial: Trial): boolean {
  const { low, high, changesWh, worth } = trial;
  Object.assign(worth, NOTHING);
  let sum = 0;
  for (let cell = 0; cell < curves.length; cell += 1) {
    bestChange(curves[cell]!, low[cell]!, high[cell]!, CHANGE);
    changesWh[cell] = CHANGE.changeWh;
    sum += CHANGE.changeWh;
    worth.value += CHANGE.value;
    worth.soldWh += CHANGE.soldWh;
    worth.movedWh += CHANGE.movedWh;
  }
  // The energy of the schedule is the default's less the changes, so its total bounds their sum the other way round.
  const [least, most] = [seller.usualWh - seller.totalUpperWh, seller.usualWh - seller.totalLowerWh];
  if (sum >= least && sum <= most) return true;
  const target = sum < least ? least : most;
  if (!moveIntoSum(changesWh, curves, low, high, target - sum)) return false;
  const moved = curves.map((curve, cell) => worthOfChange(curve, changesWh[cell]!)).reduce(addWorth, NOTHING);
  Object.assign(worth, { value: moved.value, soldWh: moved.soldWh, movedWh: moved.movedWh });
  return true;
}

const CHANGE = noChange();
