import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { SellOrdersWithdrawn } from '#messages';
import type { Transaction } from '#persistence';
import { lockCommitments } from '../releases/committed.js';
import { Releases } from '../releases/releases.js';
import { MarketEvents } from '../stream/market-events.js';
import { acceptedEnergy } from './accepted-energy.js';
import type { MarketOrder, OrderOrigin, Side } from './market-order.entity.js';
import { OrderAnswers } from './order-answers.js';
import { orderEvent } from './order-event.js';

interface WithdrawnRow {
  readonly order_id: string;
  readonly side: Side;
  readonly participant_id: string;
  readonly grid_node: string;
  readonly origin: OrderOrigin;
  readonly reason: string;
  readonly trace: string;
}

const WITHDRAW = `
  UPDATE fmar.market_order AS held SET state = 'withdrawn', reason = given.reason, closed_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS given ("orderId" text, reason text)
  WHERE held.order_id = given."orderId" AND held.closed_at IS NULL`;

/** Of an order that may have ended: what it bought was released. */
const WITHDRAW_BOUGHT = `
  UPDATE fmar.market_order AS held SET state = 'withdrawn', reason = given.reason,
    closed_at = coalesce(held.closed_at, $2)
  FROM jsonb_to_recordset($1::jsonb) AS given ("orderId" text, reason text)
  WHERE held.order_id = given."orderId"`;

const RETURNING = `
  RETURNING held.order_id, held.side, held.participant_id, held.grid_node, held.origin, held.reason, held.trace`;

/** Takes orders out of the book. A sell order that has traded, and one that has ended otherwise, stays as it is. */
@Injectable()
export class OrderWithdrawal {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrderAnswers) private readonly answers: OrderAnswers,
    @Inject(MarketEvents) private readonly events: MarketEvents,
    @Inject(Releases) private readonly releases: Releases,
  ) {}

  /** For the FMAN, which may withdraw what it sent and nobody else's. */
  async withdrawSellOrders(transaction: Transaction, orders: SellOrdersWithdrawn['orders']): Promise<void> {
    const sql = `${WITHDRAW} AND held.side = 'sell' AND held.origin = 'message'${RETURNING}`;
    await this.finish(transaction, await transaction.query(sql, this.parameters(orders)));
  }

  /**
   * What a buy order has bought is released, as far as its delivery can still change. Waits for a gate that is closing, and
   * then sees what it decided.
   *
   * @returns false: there is nothing left of it to withdraw
   */
  async withdraw(transaction: Transaction, orderId: string, reason: string): Promise<boolean> {
    await lockCommitments(transaction);
    await transaction.query('SELECT FROM fmar.market_order WHERE order_id = $1 FOR UPDATE', [orderId]);
    const released = await this.releases.releaseBought(transaction, orderId, new Map(), 'withdrawn', reason);
    const rows = await transaction.query<WithdrawnRow>(
      released.size > 0 ? `${WITHDRAW_BOUGHT}${RETURNING}` : `${WITHDRAW}${RETURNING}`,
      this.parameters([{ orderId, reason }]),
    );
    await this.finish(transaction, rows);
    return rows.length > 0;
  }

  private parameters(orders: SellOrdersWithdrawn['orders']): readonly unknown[] {
    return [JSON.stringify(orders), new Date(this.clock.now())];
  }

  private async finish(transaction: Transaction, unsorted: readonly WithdrawnRow[]): Promise<void> {
    const rows = unsorted.toSorted((a, b) => (a.order_id < b.order_id ? -1 : 1));
    const sold = rows.filter(({ side }) => side === 'sell');
    await this.answers.sellOrdersClosed(
      transaction,
      sold.map(({ order_id: orderId, origin, trace, reason }) => ({
        origin,
        trace,
        order: { orderId, result: 'withdrawn', reason },
      })),
    );
    const asked = rows.filter(({ side }) => side === 'buy');
    const accepted = await acceptedEnergy(
      transaction,
      asked.map((row) => row.order_id),
    );
    await this.answers.buyOrdersAnswered(
      transaction,
      asked.map(({ order_id: orderId, origin, trace, reason }) => ({
        origin,
        trace,
        order: { orderId, final: true, accepted: accepted.get(orderId) ?? [], reason },
      })),
    );
    await this.events.append(
      transaction,
      rows.map((row) => orderEvent(withdrawnOrder(row))),
    );
  }
}

function withdrawnOrder(row: WithdrawnRow): Parameters<typeof orderEvent>[0] {
  const state: MarketOrder['state'] = 'withdrawn';
  return {
    orderId: row.order_id,
    side: row.side,
    participantId: row.participant_id,
    gridNode: row.grid_node,
    state,
    reason: row.reason,
  };
}
