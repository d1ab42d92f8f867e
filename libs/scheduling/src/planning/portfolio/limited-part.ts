import { tightened, type EnergySet } from '#flexoffer';
import type { PlanningPart } from '../planning-problem.js';
import { AskedCost } from './asked-cost.js';

/** A part whose energies are planned one by one, because its totals tie its intervals together. */
export class LimitedPart {
  readonly offset: number;
  readonly length: number;
  readonly set: EnergySet;
  readonly asked: AskedCost;
  readonly totalLowerWh: number;
  readonly totalUpperWh: number;
  /** Whether running totals before the last are bounded too. */
  readonly isRunning: boolean;

  /** @param set of the part, tightened */
  constructor(part: PlanningPart, set: EnergySet) {
    this.offset = part.offsetIntervals ?? 0;
    this.length = set.lowerWh.length;
    this.set = set;
    this.asked = new AskedCost(part);
    this.totalLowerWh = set.runningLowerWh[this.length - 1]!;
    this.totalUpperWh = set.runningUpperWh[this.length - 1]!;
    this.isRunning = boundsTotals(part.set, this.length - 1);
  }
}

/** @throws RangeError if no energies satisfy the bounds, or one is not a whole number */
export function checkedSet(id: string, { set }: PlanningPart): EnergySet {
  const { lowerWh, upperWh, runningLowerWh, runningUpperWh } = set;
  if (
    lowerWh.length === 0 ||
    [upperWh, runningLowerWh, runningUpperWh].some(({ length }) => length !== lowerWh.length)
  )
    throw new RangeError(`the bounds of ${id} differ in length, or there are none`);
  if (!lowerWh.every(Number.isSafeInteger) || !upperWh.every(Number.isSafeInteger))
    throw new RangeError(`a bound of ${id} is not a whole number`);
  const tight = tightened(set);
  if (tight === undefined) throw new RangeError(`no energies satisfy the bounds of ${id}`);
  return tight;
}

/** Whether one of the first `count` running totals is held by a bound of its own. */
export function boundsTotals(
  { lowerWh, upperWh, runningLowerWh, runningUpperWh }: EnergySet,
  count: number,
): boolean {
  let least = 0;
  let most = 0;
  for (let unit = 0; unit < count; unit += 1) {
    least += lowerWh[unit]!;
    most += upperWh[unit]!;
    if (runningLowerWh[unit]! > least || runningUpperWh[unit]! < most) return true;
  }
  return false;
}
