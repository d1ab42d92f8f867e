import type { GridCapacity } from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';
import type { ClearingCase } from './case.js';

/** Rule 9: no limit is exceeded, or exceeded by more than it was before this gate. */
export function capacityFaults(given: ClearingCase): string[] {
  return given.problem.capacities.flatMap((capacity) => faultsOf(given, capacity));
}

function faultsOf({ problem, assigned }: ClearingCase, capacity: GridCapacity): string[] {
  const before = new Map<number, number>();
  for (const { gridNode, interval, changeWh } of problem.committed) {
    if (isAtOrBelow(gridNode, capacity.gridNode))
      before.set(interval, (before.get(interval) ?? 0) + changeWh);
  }
  const after = new Map(before);
  for (const { order, changesWh } of assigned) {
    if (!isAtOrBelow(order.gridNode, capacity.gridNode)) continue;
    for (const [interval, change] of changesWh) after.set(interval, (after.get(interval) ?? 0) + change);
  }
  return [...after].flatMap(([interval, net]) => {
    const old = before.get(interval) ?? 0;
    const low = Math.min(old, -(capacity.importWh ?? Infinity));
    const high = Math.max(old, capacity.exportWh ?? Infinity);
    if (net >= low && net <= high) return [];
    return [
      `capacity of ${capacity.gridNode} allows ${low} to ${high} Wh in ${interval}, but the change is ${net}`,
    ];
  });
}
