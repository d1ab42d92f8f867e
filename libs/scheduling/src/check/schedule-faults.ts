import { unitBounds } from '#flexoffer';
import type { AssignedOrder, ClearingCase } from './case.js';

/** Rules 1, 5 and 6, and the limits of the offers. */
export function scheduleFaults(given: ClearingCase): string[] {
  const { problem, clearing } = given;
  const known = new Set(problem.sellOrders.map(({ orderId }) => orderId));
  const faults = clearing.assignments
    .filter(({ orderId }) => !known.has(orderId))
    .map(({ orderId }) => `assignment of an unknown sell order ${orderId}`);
  if (new Set(clearing.assignments.map(({ orderId }) => orderId)).size < clearing.assignments.length) {
    faults.push('a sell order is assigned twice');
  }
  for (const assigned of given.assigned) {
    const reasons = [
      ...startFaults(assigned, problem.firstInterval),
      ...energyFaults(assigned),
      ...changeFaults(assigned, problem.firstInterval),
    ];
    if (assigned.trades.length === 0) reasons.push('is assigned but sells nothing');
    faults.push(...reasons.map((reason) => `sell order ${assigned.order.orderId} ${reason}`));
  }
  return faults;
}

function startFaults({ order: { offer }, assignment: { schedule } }: AssignedOrder, first: number): string[] {
  const { start } = schedule;
  const faults: string[] = [];
  if (!Number.isSafeInteger(start) || start < offer.startAfter || start > offer.startBefore) {
    faults.push(`starts in ${start}, outside ${offer.startAfter} to ${offer.startBefore}`);
  }
  if (start < first && start !== offer.defaultSchedule.start)
    faults.push(`starts in ${start}, which is past`);
  return faults;
}

function energyFaults({ order: { offer }, assignment: { schedule } }: AssignedOrder): string[] {
  const { lowerWh, upperWh } = unitBounds(offer);
  const { energiesWh } = schedule;
  if (energiesWh.length !== lowerWh.length) {
    return [`is scheduled for ${energiesWh.length} instead of ${lowerWh.length} intervals`];
  }
  const faults = energiesWh.flatMap((energy, unit) => {
    const inside = energy >= (lowerWh[unit] ?? Infinity) && energy <= (upperWh[unit] ?? -Infinity);
    return Number.isSafeInteger(energy) && inside
      ? []
      : [`has ${energy} Wh in unit ${unit}, outside its bounds`];
  });
  const total = energiesWh.reduce((sum, energy) => sum + energy, 0);
  const { lowerWh: least, upperWh: most } = offer.totalEnergy ?? { lowerWh: -Infinity, upperWh: Infinity };
  if (!(total >= least && total <= most))
    faults.push(`has ${total} Wh in total, outside ${least} to ${most}`);
  return faults;
}

function changeFaults({ changesWh }: AssignedOrder, first: number): string[] {
  const faults: string[] = [];
  for (const [interval, change] of changesWh) {
    if (change === 0) continue;
    if (interval < first) faults.push(`changes ${change} Wh in ${interval}, which is past`);
  }
  return faults;
}
