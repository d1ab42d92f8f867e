import { unitBounds } from '#flexoffer';
import type { Schedule } from '#flexoffer';
import type { ClearingProblem, SellOrder } from '../clearing.js';
import { askedPrice } from '../check/asked-price.js';
import { transferBetween } from '../check/case.js';
import { isAtOrBelow } from '../grid-node.js';

interface Tally {
  readonly value: number;
  readonly soldWh: number;
}

/**
 * For specs: the most that one seller can gain (Wh times micro per kWh) and, at that, sell, by trying every integer
 * schedule. Nothing sold counts as nothing gained.
 */
export function bestByEnumeration(problem: ClearingProblem, order: SellOrder): Tally {
  let best: Tally = { value: 0, soldWh: 0 };
  for (const schedule of everySchedule(problem, order)) {
    const tally = tallyOf(problem, order, schedule);
    if (tally === undefined || tally.soldWh === 0) continue;
    if (tally.value > best.value || (tally.value === best.value && tally.soldWh > best.soldWh)) best = tally;
  }
  return best;
}

function* everySchedule({ firstInterval }: ClearingProblem, { offer }: SellOrder): Generator<Schedule> {
  const { lowerWh, upperWh } = unitBounds(offer);
  const { lowerWh: least, upperWh: most } = offer.totalEnergy ?? { lowerWh: -Infinity, upperWh: Infinity };
  for (let start = offer.startAfter; start <= offer.startBefore; start += 1) {
    if (start < firstInterval && start !== offer.defaultSchedule.start) continue;
    for (const energiesWh of everyVector(lowerWh, upperWh)) {
      const total = energiesWh.reduce((sum, energy) => sum + energy, 0);
      if (total >= least && total <= most) yield { start, energiesWh };
    }
  }
}

function everyVector(lower: readonly number[], upper: readonly number[]): number[][] {
  return lower.reduce<number[][]>(
    (vectors, low, unit) =>
      vectors.flatMap((vector) =>
        Array.from({ length: (upper[unit] ?? low) - low + 1 }, (_, step) => [...vector, low + step]),
      ),
    [[]],
  );
}

/** Undefined if a rule forbids the schedule. */
function tallyOf(problem: ClearingProblem, order: SellOrder, schedule: Schedule): Tally | undefined {
  const usual = order.offer.defaultSchedule;
  const from = Math.min(usual.start, schedule.start);
  const end = Math.max(usual.start + usual.energiesWh.length, schedule.start + schedule.energiesWh.length);
  let value = 0;
  let soldWh = 0;
  for (let t = from; t < end; t += 1) {
    const change = (usual.energiesWh[t - usual.start] ?? 0) - (schedule.energiesWh[t - schedule.start] ?? 0);
    const tally = change === 0 ? { value: 0, soldWh: 0 } : intervalTally(problem, order, schedule, t, change);
    if (tally === undefined || !fits(problem, order, t, change)) return undefined;
    value += tally.value;
    soldWh += tally.soldWh;
  }
  return { value, soldWh };
}

function intervalTally(
  problem: ClearingProblem,
  order: SellOrder,
  schedule: Schedule,
  t: number,
  change: number,
): Tally | undefined {
  if (t < problem.firstInterval) return undefined;
  const asks = problem.buyOrders
    .filter(({ gridNode }) => isAtOrBelow(order.gridNode, gridNode))
    .flatMap(({ gridNode, intervals }) =>
      intervals
        .filter((asked) => asked.interval === t && asked.changeWh !== 0)
        .map(({ changeWh, price }) => ({
          changeWh,
          price: price - transferBetween(problem, order.gridNode, gridNode),
        })),
    );
  const sameWay = asks
    .filter(({ changeWh }) => changeWh > 0 === change > 0)
    .sort((a, b) => b.price - a.price);
  const price = askedPrice(order.offer, schedule, t, change);
  let left = Math.abs(change);
  let value = 0;
  for (const asked of sameWay) {
    if (asked.price < price) break;
    const sold = Math.min(left, Math.abs(asked.changeWh));
    value += sold * (asked.price - price);
    left -= sold;
  }
  return { value, soldWh: Math.abs(change) - left };
}

function fits(problem: ClearingProblem, order: SellOrder, t: number, change: number): boolean {
  return problem.capacities.every(({ gridNode, importWh = Infinity, exportWh = Infinity }) => {
    if (!isAtOrBelow(order.gridNode, gridNode)) return true;
    const before = problem.committed
      .filter((entry) => entry.interval === t && isAtOrBelow(entry.gridNode, gridNode))
      .reduce((sum, entry) => sum + entry.changeWh, 0);
    const after = before + change;
    return after <= Math.max(before, exportWh) && after >= Math.min(before, -importWh);
  });
}
