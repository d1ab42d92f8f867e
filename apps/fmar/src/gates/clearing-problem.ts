import type { GridNodeRecord } from '#directory';
import { standardWithin, type IntervalIndex, type WattHours } from '#flexoffer';
import type {
  BuyOrder,
  ClearingProblem,
  CommittedChange,
  GridCapacity,
  PricingPolicy,
  SellOrder,
  TransferPrice,
} from '#scheduling';
import type { OpenBook, OpenBuyOrder, OpenSellOrder } from './open-book.js';

const INTERVALS_AN_HOUR = 4;

/** What a gate must decide: open orders, less what earlier gates gave them, inside the limits of the grid. */
export function clearingProblem(
  { buyOrders, sellOrders }: OpenBook,
  firstInterval: IntervalIndex,
  gridNodes: readonly GridNodeRecord[],
  committed: readonly CommittedChange[],
  pricing: PricingPolicy,
): ClearingProblem {
  return {
    firstInterval,
    buyOrders: buyOrders.map((order) => buyOrder(order, firstInterval)),
    sellOrders: sellOrders.flatMap(sellOrder),
    capacities: gridNodes.flatMap(capacityOf),
    committed,
    transferPrices: gridNodes.flatMap(transferPriceOf),
    pricing,
  };
}

/** An interval that has its minimum from an earlier gate takes whatever comes. */
function buyOrder(order: OpenBuyOrder, firstInterval: IntervalIndex): BuyOrder {
  const { orderId, participantId, gridNode, intervals, minimumWh, exclusiveGroup, execution } = order;
  return {
    orderId,
    buyerId: participantId,
    gridNode,
    intervals: intervals
      .filter(({ interval, changeWh, acceptedWh }) => interval >= firstInterval && changeWh !== acceptedWh)
      .map(({ interval, changeWh, acceptedWh, price }) => ({
        interval,
        changeWh: changeWh - acceptedWh,
        price,
        ...(minimumWh === null || acceptedWh !== 0
          ? {}
          : { minimumWh: Math.min(minimumWh, Math.abs(changeWh)) }),
      })),
    ...(execution === 'fill-or-kill' ? { allOrNothing: true } : {}),
    ...(exclusiveGroup === null ? {} : { exclusiveGroup }),
  };
}

/** The clearing understands ordinary offers: of any other kind it sees what is certainly feasible. */
function sellOrder({ orderId, participantId, gridNode, offer, exclusiveGroup }: OpenSellOrder): SellOrder[] {
  const ordinary = standardWithin(offer);
  if (ordinary === undefined) return [];
  const order = {
    orderId,
    sellerId: participantId,
    gridNode,
    offer: ordinary,
    ...(exclusiveGroup === null ? {} : { exclusiveGroup }),
  };
  return [order];
}

function transferPriceOf({ id, transferPrice }: GridNodeRecord): TransferPrice[] {
  return transferPrice === undefined ? [] : [{ gridNode: id, price: transferPrice }];
}

/** The limits of a node, if it has any. */
export function capacityOf({ id, importCapacityW, exportCapacityW }: GridNodeRecord): GridCapacity[] {
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
