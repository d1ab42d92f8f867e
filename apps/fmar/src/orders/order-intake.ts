import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '#persistence';
import { MarketEvents } from '../stream/market-events.js';
import type { OrderOrigin } from './market-order.entity.js';
import { orderEvent } from './order-event.js';
import { insertOrders, type JudgedOrder } from './order-store.js';
import type { OrderSubmission } from './order-submission.js';
import { marketFaults } from './rules/market-faults.js';
import { MarketRules } from './rules/market-rules.js';

/** What became of one submitted order. */
export interface SubmissionOutcome {
  readonly order: OrderSubmission;
  /** `repeated`: it was here before, with the same content; `conflict`: with another. */
  readonly result: 'open' | 'refused' | 'repeated' | 'conflict';
  readonly reason?: string;
}

/** Takes orders into the book. */
@Injectable()
export class OrderIntake {
  constructor(
    @Inject(MarketRules) private readonly rules: MarketRules,
    @Inject(MarketEvents) private readonly events: MarketEvents,
  ) {}

  /** One outcome per order, in order. An id that is repeated changes nothing. */
  async submit(
    transaction: Transaction,
    orders: readonly OrderSubmission[],
    origin: OrderOrigin,
    trace: string,
  ): Promise<readonly SubmissionOutcome[]> {
    const context = await this.rules.context();
    const firsts = new Map<string, JudgedOrder>();
    for (const order of orders)
      if (!firsts.has(order.orderId))
        firsts.set(order.orderId, { order, reasons: marketFaults(order, context) });
    const reception = { origin, trace, receivedAt: context.now };
    const fresh = await insertOrders(transaction, [...firsts.values()], reception);
    const hashes = await this.hashesOf(transaction, [...firsts.keys()]);
    const outcomes = orders.map((order): SubmissionOutcome => {
      const judged = firsts.get(order.orderId);
      if (judged?.order === order && fresh.has(order.orderId)) return outcomeOf(judged);
      return { order, result: hashes.get(order.orderId) === order.contentHash ? 'repeated' : 'conflict' };
    });
    await this.events.append(transaction, outcomes.flatMap(eventsOf));
    return outcomes;
  }

  private async hashesOf(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await transaction.query<{ order_id: string; content_hash: string }>(
      'SELECT order_id, content_hash FROM fmar.market_order WHERE order_id = ANY($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.order_id, row.content_hash]));
  }
}

function outcomeOf({ order, reasons }: JudgedOrder): SubmissionOutcome {
  if (reasons.length === 0) return { order, result: 'open' };
  return { order, result: 'refused', reason: reasons.join('; ') };
}

function eventsOf({ order, result, reason }: SubmissionOutcome): ReturnType<typeof orderEvent>[] {
  if (result !== 'open' && result !== 'refused') return [];
  return [orderEvent({ ...order, state: result, reason: reason ?? null })];
}
