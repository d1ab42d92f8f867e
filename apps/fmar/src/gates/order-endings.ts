import type { IntervalIndex } from '#flexoffer';
import { buyOrderProgress, type BuyOrderProgress } from './buy-order-state.js';
import type { GateOutcome } from './gate-outcome.js';
import type { OpenBuyOrder, OpenSellOrder } from './open-book.js';
import type { BookAtGate, ExpiredSellOrder } from './tradable-orders.js';

/** A buy order that got something in a gate or ended at it. */
export interface BuyOrderStep extends BuyOrderProgress {
  readonly order: OpenBuyOrder;
}

/** What a gate means for the life of every order in the book. */
export interface OrderEndings {
  readonly buyOrders: readonly BuyOrderStep[];
  /** Those that ended without a trade. */
  readonly sellOrders: readonly ExpiredSellOrder[];
}

const GROUP_TRADED = 'another order of its exclusive group traded';

export function orderEndings(
  book: BookAtGate,
  outcome: GateOutcome,
  firstInterval: IntervalIndex,
): OrderEndings {
  const bought = new Set(outcome.trades.map(({ buyOrderId }) => buyOrderId));
  const sold = new Set(outcome.soldOrders.map(({ order }) => order.orderId));
  const boughtGroups = groupsOf(book.tradable.buyOrders.filter(({ orderId }) => bought.has(orderId)));
  const soldGroups = groupsOf(book.tradable.sellOrders.filter(({ orderId }) => sold.has(orderId)));
  const steps = outcome.buyOrders.flatMap((order) => {
    const isBought = bought.has(order.orderId);
    const step = { order, ...stepOf(order, firstInterval, !isBought && boughtGroups.has(groupOf(order))) };
    return isBought || step.final ? [step] : [];
  });
  const expired = book.expiredBuyOrders.map(({ order, reason }) => ({ order, ...ended(order, reason) }));
  const passedOver = book.tradable.sellOrders
    .filter((order) => !sold.has(order.orderId) && soldGroups.has(groupOf(order)))
    .map((order) => ({ order, reason: GROUP_TRADED }));
  return { buyOrders: [...steps, ...expired], sellOrders: [...book.expiredSellOrders, ...passedOver] };
}

function stepOf(order: OpenBuyOrder, firstInterval: IntervalIndex, groupTraded: boolean): BuyOrderProgress {
  if (groupTraded) return ended(order, GROUP_TRADED);
  const progress = buyOrderProgress(order, firstInterval);
  if (progress.final || order.execution === 'partly') return progress;
  return ended(
    order,
    order.execution === 'fill-or-kill'
      ? 'not all of it was for sale at its gate (fill or kill)'
      : 'what its gate could not fill is not wanted any more (fill and kill)',
  );
}

function ended({ intervals }: OpenBuyOrder, reason: string): BuyOrderProgress {
  const served = intervals.some(({ acceptedWh }) => acceptedWh !== 0);
  return { state: served ? 'partly' : 'expired', final: true, reason };
}

type Grouped = Pick<OpenBuyOrder | OpenSellOrder, 'orderId' | 'participantId' | 'exclusiveGroup'>;

const groupsOf = (orders: readonly Grouped[]): ReadonlySet<string> => new Set(orders.map(groupOf));

/** An order without a group is alone in its own. */
const groupOf = ({ orderId, participantId, exclusiveGroup }: Grouped): string =>
  JSON.stringify(exclusiveGroup === null ? [orderId] : [participantId, exclusiveGroup]);
