import { Inject, Injectable } from '@nestjs/common';
import type { TradesMade } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { groupBy } from '../orders/group-by.js';
import { acceptedEnergy } from '../orders/accepted-energy.js';
import { OrderAnswers, type SellAnswer } from '../orders/order-answers.js';
import type { Trade } from '../trades/trade.entity.js';
import type { TradedSellOrder } from './gate-outcome.js';
import type { BuyOrderStep } from './order-endings.js';
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

  async toBuyers(transaction: Transaction, steps: readonly BuyOrderStep[]): Promise<void> {
    const accepted = await acceptedEnergy(
      transaction,
      steps.map(({ order }) => order.orderId),
    );
    const answers = steps.map(({ order: { orderId, origin, trace }, final, reason }) => {
      const answer = { orderId, final, accepted: accepted.get(orderId) ?? [] };
      return { origin, trace, order: reason === undefined ? answer : { ...answer, reason } };
    });
    await this.answers.buyOrdersAnswered(transaction, answers);
  }

  /** Each seller's trades go on with the trace of what it offered. */
  async toSettlement(transaction: Transaction, sold: readonly TradedSellOrder[]): Promise<void> {
    const byTrace = groupBy(sold, ({ order }) => order.trace);
    const messages = [...byTrace].map(([trace, orders]) => ({
      trace,
      payload: { trades: orders.flatMap(({ trades }) => trades.map(settledTrade)) },
    }));
    await this.outbox.publishEach(transaction, 'trades.made', messages);
  }
}

/** Without its orders, which are the market's own affair. */
const settledTrade = ({
  gateId: _gate,
  buyOrderId: _buyOrder,
  sellOrderId: _sellOrder,
  ...trade
}: Trade): TradesMade['trades'][number] => trade;

const soldEnergy = ({ tradeId, buyerId, interval, changeWh, price }: Trade) => ({
  tradeId,
  buyerId,
  interval,
  changeWh,
  price,
});
