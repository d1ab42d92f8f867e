import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { Fault, IntervalIndex, WattHours } from '#flexoffer';
import { safeInteger, type Transaction } from '#persistence';
import { lockCommitments } from '../releases/committed.js';
import { Releases } from '../releases/releases.js';
import { MarketEvents } from '../stream/market-events.js';
import type { OrderOrigin, OrderState, Side } from './market-order.entity.js';
import { acceptedEnergy } from './accepted-energy.js';
import { OrderAnswers } from './order-answers.js';
import { orderEvent } from './order-event.js';
import { replaceOrder } from './order-store.js';
import type { BuySubmission, OrderSubmission } from './order-submission.js';
import { marketFaults } from './rules/market-faults.js';
import { MarketRules } from './rules/market-rules.js';

/** What became of an amendment; `refused` changes nothing. */
export type AmendmentOutcome =
  | { readonly result: 'amended' | 'repeated' | 'unknown' }
  | { readonly result: 'closed'; readonly state: OrderState }
  | { readonly result: 'refused'; readonly faults: readonly Fault[] };

interface HeldRow {
  readonly participant_id: string;
  readonly side: Side;
  readonly state: OrderState;
  readonly content_hash: string;
  readonly is_closed: boolean;
}

/**
 * Replaces what an order says while it can still trade. What it has bought beyond that is released; an order that trades no
 * more can only ask for less than it has bought.
 */
@Injectable()
export class OrderAmendment {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MarketRules) private readonly rules: MarketRules,
    @Inject(MarketEvents) private readonly events: MarketEvents,
    @Inject(Releases) private readonly releases: Releases,
    @Inject(OrderAnswers) private readonly answers: OrderAnswers,
  ) {}

  /** Waits for a gate that is closing, and then sees what it decided. */
  async amend(transaction: Transaction, order: OrderSubmission): Promise<AmendmentOutcome> {
    await lockCommitments(transaction);
    const [held] = await transaction.query<HeldRow>(
      `SELECT participant_id, side, state, content_hash, closed_at IS NOT NULL AS is_closed
       FROM fmar.market_order WHERE order_id = $1 FOR UPDATE`,
      [order.orderId],
    );
    if (held?.participant_id !== order.participantId) return { result: 'unknown' };
    if (held.content_hash === order.contentHash) return { result: 'repeated' };
    const bought = await this.boughtEnergy(transaction, order.orderId);
    if (held.is_closed && !asksForLess(held, order, bought)) return { result: 'closed', state: held.state };
    if (held.side !== order.side) return refused('side', `must be ${held.side}, as before`);
    const reasons = marketFaults(order, await this.rules.context());
    if (reasons.length > 0) return refused('flexOffer', reasons.join('; '));
    if (order.side === 'sell') {
      await replaceOrder(transaction, order, this.clock.now());
      await this.events.append(transaction, [orderEvent({ ...order, state: held.state, reason: REASON })]);
      return { result: 'amended' };
    }
    const lost = boughtAndLost(order, bought, this.releases.firstOpen());
    if (lost !== undefined) return refused('flexOffer.flexOfferProfileConstraints', lost);
    await this.amendBuyOrder(transaction, order);
    return { result: 'amended' };
  }

  private async amendBuyOrder(transaction: Transaction, order: BuySubmission): Promise<void> {
    const { orderId, intervals } = order;
    const wanted = new Map(intervals.map(({ interval, changeWh }) => [interval, changeWh]));
    const released = await this.releases.releaseBought(transaction, orderId, wanted, 'amended', REASON);
    await replaceOrder(transaction, order, this.clock.now());
    const [now] = await transaction.query<AmendedRow>(STATE_NOW, [orderId]);
    if (now === undefined) throw new Error(`order ${orderId} is gone while it is amended`);
    const { state, origin, trace, is_closed: final } = now;
    if (released.size > 0) {
      const accepted = (await acceptedEnergy(transaction, [orderId])).get(orderId) ?? [];
      const answer = { orderId, final, accepted, reason: REASON };
      await this.answers.buyOrdersAnswered(transaction, [{ origin, trace, order: answer }]);
    }
    await this.events.append(transaction, [orderEvent({ ...order, state, reason: REASON })]);
  }

  private async boughtEnergy(
    transaction: Transaction,
    orderId: string,
  ): Promise<ReadonlyMap<IntervalIndex, WattHours>> {
    const rows = await transaction.query<{ interval: number; accepted_wh: string }>(
      'SELECT "interval", accepted_wh FROM fmar.buy_interval WHERE order_id = $1 AND accepted_wh <> 0',
      [orderId],
    );
    return new Map(rows.map((row) => [row.interval, safeInteger(row.accepted_wh)]));
  }
}

const REASON = 'amended by its owner';

interface AmendedRow {
  readonly state: OrderState;
  readonly origin: OrderOrigin;
  readonly trace: string;
  readonly is_closed: boolean;
}

/** One that trades no more asks for just what it has. */
const STATE_NOW = `
  UPDATE fmar.market_order AS held SET state = CASE
    WHEN held.closed_at IS NOT NULL THEN 'filled'
    WHEN EXISTS (SELECT FROM fmar.buy_interval WHERE order_id = held.order_id AND accepted_wh <> 0) THEN 'partly'
    ELSE 'open' END
  WHERE held.order_id = $1 RETURNING state, origin, trace, closed_at IS NOT NULL AS is_closed`;

/** Whether a buy order that trades no more is to keep a part of what it has bought, and nothing else. */
function asksForLess(
  { side, state }: HeldRow,
  order: OrderSubmission,
  bought: ReadonlyMap<IntervalIndex, WattHours>,
): boolean {
  if (side !== 'buy' || order.side !== 'buy' || (state !== 'filled' && state !== 'partly')) return false;
  return order.intervals.every(({ interval, changeWh }) => {
    const boughtWh = bought.get(interval) ?? 0;
    return changeWh * boughtWh > 0 && Math.abs(changeWh) <= Math.abs(boughtWh);
  });
}

const refused = (path: string, message: string): AmendmentOutcome => ({
  result: 'refused',
  faults: [{ path, message }],
});

/** What is bought and delivered so soon that it cannot be released must still be asked for. */
function boughtAndLost(
  { intervals }: BuySubmission,
  bought: ReadonlyMap<IntervalIndex, WattHours>,
  firstOpen: IntervalIndex,
): string | undefined {
  const asked = new Map(intervals.map(({ interval, changeWh }) => [interval, changeWh]));
  for (const [interval, boughtWh] of bought) {
    const askedWh = asked.get(interval) ?? 0;
    const isLess = Math.sign(askedWh) !== Math.sign(boughtWh) || Math.abs(askedWh) < Math.abs(boughtWh);
    if (interval < firstOpen && isLess)
      return `must still ask for the ${boughtWh} Wh that are bought in interval ${interval}: its delivery is too near`;
  }
  return undefined;
}
