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
    for (const [trace, orders] of byTrace(answers))
      await this.outbox.publish(transaction, 'sell-orders.closed', { orders }, trace);
  }

  async buyOrdersAnswered(transaction: Transaction, answers: readonly BuyAnswer[]): Promise<void> {
    for (const [trace, orders] of byTrace(answers))
      await this.outbox.publish(transaction, 'buy-orders.answered', { orders }, trace);
  }
}

function byTrace<Order>(answers: readonly (Addressee & { readonly order: Order })[]): [string, Order[]][] {
  const messaged = answers.filter(({ origin }) => origin === 'message');
  return [...groupBy(messaged, ({ trace }) => trace)].map(([trace, group]) => [
    trace,
    group.map(({ order }) => order),
  ]);
}
