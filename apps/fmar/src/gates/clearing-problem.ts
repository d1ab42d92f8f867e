import type { GridNodeRecord } from '#directory';
import type { IntervalIndex, WattHours } from '#flexoffer';
import type { ClearingProblem, CommittedChange, GridCapacity } from '#scheduling';
import type { OpenBook } from './open-book.js';

const INTERVALS_AN_HOUR = 4;

/** What a gate must decide: open orders, less what earlier gates gave them, inside the limits of the grid. */
export function clearingProblem(
  { buyOrders, sellOrders }: OpenBook,
  firstInterval: IntervalIndex,
  gridNodes: readonly GridNodeRecord[],
  committed: readonly CommittedChange[],
): ClearingProblem {
  return {
    firstInterval,
    buyOrders: buyOrders.map(({ orderId, participantId, gridNode, intervals }) => ({
      orderId,
      buyerId: participantId,
      gridNode,
      intervals: intervals
        .filter(({ interval, changeWh, acceptedWh }) => interval >= firstInterval && changeWh !== acceptedWh)
        .map(({ interval, changeWh, acceptedWh, price }) => ({
          interval,
          changeWh: changeWh - acceptedWh,
          price,
        })),
    })),
    sellOrders: sellOrders.map(({ orderId, participantId, gridNode, offer }) => ({
      orderId,
      sellerId: participantId,
      gridNode,
      offer,
    })),
    capacities: gridNodes.flatMap(capacityOf),
    committed,
  };
}

function capacityOf({ id, importCapacityW, exportCapacityW }: GridNodeRecord): GridCapacity[] {
  if (importCapacityW === undefined && exportCapacityW === undefined) return [];
  return [
    {
      gridNode: id,
      ...(importCapacityW === undefined ? {} : { importWh: energyOf(importCapacityW) }),
      ...(exportCapacityW === undefined ? {} : { exportWh: energyOf(exportCapacityW) }),
    },
  ];
}

/** What flows in one interval at a constant power; rounded down, so that the limit is kept. */
const energyOf = (watts: number): WattHours => Math.floor(watts / INTERVALS_AN_HOUR);
