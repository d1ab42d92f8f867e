import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#configuration';
import type { Instant, IntervalIndex } from '#flexoffer';
import type { Transaction } from '#persistence';
import { Alarms } from '../alarms/alarms.js';
import { orderEvent } from '../orders/order-event.js';
import { MarketEvents, type NewMarketEvent } from '../stream/market-events.js';
import type { ClearingRecord } from './clearing.entity.js';
import { GateAnswers } from './gate-answers.js';
import { Gate } from './gate.entity.js';
import type { GateOutcome } from './gate-outcome.js';
import { storeClearing, storeOrderChanges, storeOutcome, type OrderChange } from './gate-store.js';
import { gateIdOf } from './gate-time.js';
import { gateView } from './gate-view.js';
import { orderEndings, type OrderEndings } from './order-endings.js';
import type { BookAtGate } from './tradable-orders.js';

/** Everything that a gate decided. */
export interface GateDecision {
  readonly gate: Instant;
  readonly firstInterval: IntervalIndex;
  readonly book: BookAtGate;
  readonly outcome: GateOutcome;
  /** Undefined where there was nothing to clear; follows when it is known how good the clearing is. */
  readonly record: Promise<ClearingRecord> | undefined;
}

/** Makes the decision of a gate durable and tells everyone. */
@Injectable()
export class GateResults {
  constructor(
    @Inject(GateAnswers) private readonly answers: GateAnswers,
    @Inject(Alarms) private readonly alarms: Alarms,
    @Inject(MarketEvents) private readonly events: MarketEvents,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async store(transaction: Transaction, decision: GateDecision): Promise<void> {
    const { gate, firstInterval, book, outcome } = decision;
    const gateId = gateIdOf(gate);
    await storeOutcome(transaction, outcome, gateId);
    const endings = orderEndings(book, outcome, firstInterval);
    const changes = orderChanges(outcome, endings);
    await storeOrderChanges(transaction, changes, gate, gateId);
    await this.answers.toSellers(transaction, outcome.soldOrders, endings.sellOrders, gateId);
    await this.answers.toBuyers(transaction, endings.buyOrders);
    await this.answers.toSettlement(transaction, outcome.soldOrders);
    const record = await decision.record;
    if (record) await storeClearing(transaction, record);
    const row = this.gateRow(decision, record);
    await transaction.manager.insert(Gate, row);
    await this.events.append(transaction, eventsOf(row, decision, changes));
    if (record) await this.alarms.raiseFor(transaction, record, gate);
  }

  private gateRow({ gate, book, outcome }: GateDecision, record: ClearingRecord | undefined): Gate {
    return {
      gateId: gateIdOf(gate),
      closedAt: gate,
      state: record ? 'cleared' : 'empty',
      buyOrders: book.tradable.buyOrders.length,
      sellOrders: book.tradable.sellOrders.length,
      trades: outcome.trades.length,
      clearedWh: outcome.trades.reduce((sum, { changeWh }) => sum + Math.abs(changeWh), 0),
      surplusMicro: record?.result.surplusMicro ?? 0,
      boundMicro: record?.result.boundMicro ?? 0,
      currency: this.configuration.market.currency,
      clearingId: record?.id ?? null,
    };
  }
}

/** The orders that moved on: traded, expired, or bought something. */
function orderChanges({ soldOrders }: GateOutcome, endings: OrderEndings): OrderChange[] {
  return [
    ...soldOrders.map(({ order: { orderId }, schedule }): OrderChange => ({
      orderId,
      state: 'traded',
      closed: true,
      schedule,
    })),
    ...endings.sellOrders.map(({ order: { orderId }, reason }): OrderChange => ({
      orderId,
      state: 'expired',
      closed: true,
      reason,
    })),
    ...endings.buyOrders.map(({ order: { orderId }, state, final, reason }): OrderChange => ({
      orderId,
      state,
      closed: final,
      ...(reason === undefined ? {} : { reason }),
    })),
  ];
}

function eventsOf(
  gate: Gate,
  { book, outcome }: GateDecision,
  changes: readonly OrderChange[],
): NewMarketEvent[] {
  const asked = [...book.tradable.buyOrders, ...book.expiredBuyOrders.map(({ order }) => order)];
  const buyers = asked.map((order) => [order, 'buy'] as const);
  const sold = [...book.tradable.sellOrders, ...book.expiredSellOrders.map(({ order }) => order)];
  const sellers = sold.map((order) => [order, 'sell'] as const);
  const orders = new Map([...buyers, ...sellers].map(([order, side]) => [order.orderId, { ...order, side }]));
  const moved = changes.flatMap(({ orderId, state, reason }) => {
    const order = orders.get(orderId);
    return order ? [orderEvent({ ...order, state, reason: reason ?? null })] : [];
  });
  const trades = outcome.trades.map(({ tradeId }): NewMarketEvent => ({ kind: 'trade', tradeId }));
  return [{ kind: 'gate', data: gateView(gate) }, ...trades, ...moved];
}
