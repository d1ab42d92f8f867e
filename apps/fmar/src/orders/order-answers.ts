import { Inject, Injectable } from '@nestjs/common';
import type { BuyOrdersAnswered, SellOrdersClosed } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { groupBy } from './group-by.js';
import type { OrderOrigin } from './market-order.entity.js';

/** Where an answer goes, and on whose trace. */
export interface Addressee {
  readonly origin: OrderOrigin;
  readonly trace: string;
}

export interface SellAnswer extends Addressee {
  readonly order: SellOrdersClosed['orders'][number];
}

export interface BuyAnswer extends Addressee {
  readonly order: BuyOrdersAnswered['orders'][number];
}

/**
 * Tells the services that sent orders what became of them, one message per trace, so that each trade can be
 * followed from its request on. Who posted an order over HTTP asks for its state, or follows the stream.
 */
@Injectable()
export class OrderAnswers {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  async sellOrdersClosed(transaction: Transaction, answers: readonly SellAnswer[]): Promise<void> {
    await this.outbox.publishEach(transaction, 'sell-orders.closed', byTrace(answers));
  }

  async buyOrdersAnswered(transaction: Transaction, answers: readonly BuyAnswer[]): Promise<void> {
    await this.outbox.publishEach(transaction, 'buy-orders.answered', byTrace(answers));
  }
}

interface TracedOrders<Order> {
  readonly trace: string;
  readonly payload: { readonly orders: readonly Order[] };
}

function byTrace<Order>(answers: readonly (Addressee & { readonly order: Order })[]): TracedOrders<Order>[] {
  const messaged = answers.filter(({ origin }) => origin === 'message');
  return [...groupBy(messaged, ({ trace }) => trace)].map(([trace, group]) => ({
    trace,
    payload: { orders: group.map(({ order }) => order) },
  }));
}
