import { Inject, Injectable } from '@nestjs/common';
import type { IntervalIndex } from '#flexoffer';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { groupBy } from '../orders/group-by.js';
import { acceptedEnergy } from '../orders/accepted-energy.js';
import { OrderAnswers, type SellAnswer } from '../orders/order-answers.js';
import type { Trade } from '../trades/trade.entity.js';
import { buyOrderProgress } from './buy-order-state.js';
import type { TradedSellOrder } from './gate-outcome.js';
import type { OpenBuyOrder } from './open-book.js';
import type { ExpiredSellOrder } from './tradable-orders.js';

/** Tells everyone concerned what a gate decided. */
@Injectable()
export class GateAnswers {
  constructor(
    @Inject(OrderAnswers) private readonly answers: OrderAnswers,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  async toSellers(
    transaction: Transaction,
    sold: readonly TradedSellOrder[],
    expired: readonly ExpiredSellOrder[],
    gateId: string,
  ): Promise<void> {
    const traded = sold.map(({ order, schedule, trades }): SellAnswer => ({
      origin: order.origin,
      trace: order.trace,
      order: { orderId: order.orderId, result: 'traded', gateId, schedule, sold: trades.map(soldEnergy) },
    }));
    const unmatched = expired.map(({ order, reason }): SellAnswer => ({
      origin: order.origin,
      trace: order.trace,
      order: { orderId: order.orderId, result: 'expired', reason },
    }));
    await this.answers.sellOrdersClosed(transaction, [...traded, ...unmatched]);
  }

  /** @param orders those that got something in this gate or can get no more */
  async toBuyers(
    transaction: Transaction,
    orders: readonly OpenBuyOrder[],
    firstInterval: IntervalIndex,
  ): Promise<void> {
    const accepted = await acceptedEnergy(
      transaction,
      orders.map(({ orderId }) => orderId),
    );
    const answers = orders.map((order) => {
      const { final, reason } = buyOrderProgress(order, firstInterval);
      const { orderId, origin, trace } = order;
      const answer = { orderId, final, accepted: accepted.get(orderId) ?? [] };
      return { origin, trace, order: reason === undefined ? answer : { ...answer, reason } };
    });
    await this.answers.buyOrdersAnswered(transaction, answers);
  }

  /** Each seller's trades go on with the trace of what it offered. */
  async toSettlement(transaction: Transaction, sold: readonly TradedSellOrder[]): Promise<void> {
    const byTrace = groupBy(sold, ({ order }) => order.trace);
    for (const [trace, orders] of byTrace)
      await this.outbox.publish(
        transaction,
        'trades.made',
        { trades: orders.flatMap(({ trades }) => trades) },
        trace,
      );
  }
}

const soldEnergy = ({ tradeId, buyerId, interval, changeWh, price }: Trade) => ({
  tradeId,
  buyerId,
  interval,
  changeWh,
  price,
});
