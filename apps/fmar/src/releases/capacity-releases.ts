import { Inject, Injectable } from '@nestjs/common';
import { Directory } from '#directory';
import type { Instant, IntervalIndex } from '#flexoffer';
import type { Transaction } from '#persistence';
import { acceptedEnergy } from '../orders/accepted-energy.js';
import { groupBy } from '../orders/group-by.js';
import type { OrderOrigin, OrderState } from '../orders/market-order.entity.js';
import { OrderAnswers } from '../orders/order-answers.js';
import { orderEvent } from '../orders/order-event.js';
import { MarketEvents } from '../stream/market-events.js';
import { capacityOf } from '../gates/clearing-problem.js';
import { committedChanges } from '../gates/gate-store.js';
import { lockCommitments } from './committed.js';
import { openTrades } from './open-trades.js';
import { Releases } from './releases.js';
import { excessesOf, relieveNodes } from './relieve-nodes.js';

interface CutRow {
  readonly order_id: string;
  readonly participant_id: string;
  readonly grid_node: string;
  readonly origin: OrderOrigin;
  readonly state: OrderState;
  readonly reason: string | null;
  readonly trace: string;
  readonly is_closed: boolean;
}

/** Keeps what was sold inside the limits of the grid when they are lowered after the trade. */
@Injectable()
export class CapacityReleases {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Releases) private readonly releases: Releases,
    @Inject(OrderAnswers) private readonly answers: OrderAnswers,
    @Inject(MarketEvents) private readonly events: MarketEvents,
  ) {}

  /**
   * For a gate, before it reads its book: releases just so much that every node can carry the rest. A minimum of a buy order
   * does not protect it: its buyer is answered, and may withdraw what is left.
   *
   * ```
   * limit 10:00 ──▶ lowered 10:03      gate 10:05             devices' next polls
   * sold 5                              2 released, told       DemandUpdate
   * ```
   */
  async keepLimits(transaction: Transaction, gate: Instant, firstInterval: IntervalIndex): Promise<void> {
    await lockCommitments(transaction);
    const capacities = (await this.directory.gridNodes()).flatMap(capacityOf);
    const committed = await committedChanges(transaction, firstInterval);
    if (capacities.every((capacity) => excessesOf(capacity, committed).length === 0)) return;
    const reliefs = relieveNodes(capacities, committed, await openTrades(transaction, firstInterval));
    for (const [node, group] of groupBy(reliefs, ({ limitedNode }) => limitedNode)) {
      const reason = reasonOf(node);
      // A trade that several nodes cut is read again: its releases are numbered.
      const current = new Map(
        (await openTrades(transaction, firstInterval)).map((trade) => [trade.tradeId, trade]),
      );
      const chosen = group.map((each) => ({ ...each, trade: current.get(each.trade.tradeId) ?? each.trade }));
      await this.releases.store(transaction, chosen, 'capacity', reason);
      await this.answerBuyers(transaction, [...new Set(chosen.map(({ trade }) => trade.buyOrderId))], {
        gate,
        reason,
      });
    }
  }

  /** An order that can still trade may buy elsewhere; one that was filled is so no more. */
  private async answerBuyers(
    transaction: Transaction,
    orderIds: readonly string[],
    { gate, reason }: { readonly gate: Instant; readonly reason: string },
  ): Promise<void> {
    const rows = await transaction.query<CutRow>(
      `UPDATE fmar.market_order AS held SET reason = $2,
         state = CASE WHEN bought.is_some THEN 'partly' WHEN held.closed_at IS NULL THEN 'open' ELSE 'expired' END
       FROM (SELECT order_id, bool_or(accepted_wh <> 0) AS is_some FROM fmar.buy_interval
         WHERE order_id = ANY($1) GROUP BY order_id) AS bought
       WHERE held.order_id = bought.order_id AND held.state <> 'withdrawn'
       RETURNING held.order_id, held.participant_id, held.grid_node, held.origin, held.state, held.reason,
         held.trace, coalesce(held.closed_at <= $3, false) AS is_closed`,
      [orderIds, reason, new Date(gate)],
    );
    const sorted = rows.toSorted((a, b) => (a.order_id < b.order_id ? -1 : 1));
    const accepted = await acceptedEnergy(transaction, orderIds);
    await this.answers.buyOrdersAnswered(
      transaction,
      sorted.map(({ order_id: orderId, origin, trace, is_closed: final }) => ({
        origin,
        trace,
        order: { orderId, final, accepted: accepted.get(orderId) ?? [], reason },
      })),
    );
    await this.events.append(
      transaction,
      sorted.map((row) =>
        orderEvent({
          orderId: row.order_id,
          side: 'buy',
          participantId: row.participant_id,
          gridNode: row.grid_node,
          state: row.state,
          reason: row.reason,
        }),
      ),
    );
  }
}

const reasonOf = (node: string): string => `${node} can no longer carry it: its limit was lowered`;
