import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { Fault, IntervalIndex, WattHours } from '#flexoffer';
import { safeInteger, type Transaction } from '#persistence';
import { MarketEvents } from '../stream/market-events.js';
import type { OrderState, Side } from './market-order.entity.js';
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

/** Replaces what an order says while it can still trade. What it has bought stays bought. */
@Injectable()
export class OrderAmendment {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MarketRules) private readonly rules: MarketRules,
    @Inject(MarketEvents) private readonly events: MarketEvents,
  ) {}

  /** Waits for a gate that is closing, and then sees what it decided. */
  async amend(transaction: Transaction, order: OrderSubmission): Promise<AmendmentOutcome> {
    const [held] = await transaction.query<HeldRow>(
      `SELECT participant_id, side, state, content_hash, closed_at IS NOT NULL AS is_closed
       FROM fmar.market_order WHERE order_id = $1 FOR UPDATE`,
      [order.orderId],
    );
    if (held?.participant_id !== order.participantId) return { result: 'unknown' };
    if (held.content_hash === order.contentHash) return { result: 'repeated' };
    if (held.is_closed) return { result: 'closed', state: held.state };
    if (held.side !== order.side) return refused('side', `must be ${held.side}, as before`);
    const reasons = marketFaults(order, await this.rules.context());
    if (reasons.length > 0) return refused('flexOffer', reasons.join('; '));
    if (order.side === 'buy') {
      const lost = boughtAndLost(order, await this.boughtEnergy(transaction, order.orderId));
      if (lost !== undefined) return refused('flexOffer.flexOfferProfileConstraints', lost);
    }
    await replaceOrder(transaction, order, this.clock.now());
    await this.events.append(transaction, [
      orderEvent({ ...order, state: held.state, reason: 'amended by its owner' }),
    ]);
    return { result: 'amended' };
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

const refused = (path: string, message: string): AmendmentOutcome => ({
  result: 'refused',
  faults: [{ path, message }],
});

function boughtAndLost(
  { intervals }: BuySubmission,
  bought: ReadonlyMap<IntervalIndex, WattHours>,
): string | undefined {
  const asked = new Map(intervals.map(({ interval, changeWh }) => [interval, changeWh]));
  for (const [interval, boughtWh] of bought) {
    const askedWh = asked.get(interval) ?? 0;
    if (Math.sign(askedWh) !== Math.sign(boughtWh) || Math.abs(askedWh) < Math.abs(boughtWh))
      return `must still ask for the ${boughtWh} Wh that are bought in interval ${interval}`;
  }
  return undefined;
}
