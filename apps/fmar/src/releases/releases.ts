import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import type { IntervalIndex, WattHours } from '#flexoffer';
import { derivedId } from '#identifiers';
import { Outbox } from '#messaging';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import { firstOpenInterval } from '../gates/gate-time.js';
import { groupBy } from '../orders/group-by.js';
import type { OrderOrigin } from '../orders/market-order.entity.js';
import { MarketEvents } from '../stream/market-events.js';
import { chooseReleases, type ChosenRelease } from './choose-releases.js';
import { commitMoves } from './committed.js';
import { openTrades, type ReleasableTrade } from './open-trades.js';
import { releaseView } from './release-view.js';
import { TradeRelease, type ReleaseCause } from './trade-release.entity.js';

/**
 * Releases sold energy that is no longer wanted, as long as its devices can still be told. It is then neither delivered nor
 * owed, neither paid nor penalised.
 *
 * ```
 *        now    now + gate closure
 *   |-----|-----|---|---------------|---------------
 *   begun           too near, sold  first that can be released
 * ```
 */
@Injectable()
export class Releases {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MarketEvents) private readonly events: MarketEvents,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * Releases what a buy order has bought beyond what its buyer still wants. The caller holds `lockCommitments` and the
   * lock of the order.
   *
   * @param wantedWh by interval, in the buyer's sign; nothing where it is absent
   * @returns what was released, by interval
   */
  async releaseBought(
    transaction: Transaction,
    buyOrderId: string,
    wantedWh: ReadonlyMap<IntervalIndex, WattHours>,
    cause: ReleaseCause,
    reason: string,
  ): Promise<ReadonlyMap<IntervalIndex, WattHours>> {
    const trades = await openTrades(transaction, this.firstOpen(), buyOrderId);
    const chosen = [...groupBy(trades, ({ interval }) => String(interval)).values()].flatMap((own) => {
      const bought = own.reduce((sum, { remainingWh }) => sum + remainingWh, 0);
      return chooseReleases(own, excessOf(bought, wantedWh.get(own[0]?.interval ?? 0) ?? 0));
    });
    await this.store(transaction, chosen, cause, reason);
    const released = new Map<IntervalIndex, WattHours>();
    for (const { trade, releasedWh } of chosen)
      released.set(trade.interval, (released.get(trade.interval) ?? 0) + releasedWh);
    return released;
  }

  /** Delivery that starts sooner cannot be changed any more: its schedules may be running. */
  firstOpen(): IntervalIndex {
    return firstOpenInterval(this.clock.now(), this.configuration.market.gateClosureSeconds);
  }

  /**
   * Makes releases durable and tells sellers, settlement and the stream. Answering the buyers is left to the caller.
   *
   * @param chosen each trade at most once
   */
  async store(
    transaction: Transaction,
    chosen: readonly ChosenRelease<ReleasableTrade>[],
    cause: ReleaseCause,
    reason: string,
  ): Promise<void> {
    if (chosen.length === 0) return;
    const rows = chosen.map(({ trade, releasedWh }): TradeRelease => {
      const { tradeId, buyOrderId, sellOrderId, buyerId, sellerId, interval, releases } = trade;
      const parties = { tradeId, buyOrderId, sellOrderId, buyerId, sellerId, interval };
      const releaseId = derivedId('re', tradeId, releases + 1);
      const circumstances = { cause, reason, at: this.clock.now(), trace: currentTrace() };
      return { releaseId, ...parties, releasedWh, ...circumstances };
    });
    await transaction.manager.insert(TradeRelease, rows);
    await lowerAccepted(transaction, rows);
    await this.tellSellers(transaction, rows);
    const reduced = rows.map(({ tradeId, releasedWh }) => ({ tradeId, releasedWh }));
    await this.outbox.publish(transaction, 'trades.reduced', { releases: reduced });
    await this.events.append(
      transaction,
      rows.map((row) => ({ kind: 'release', data: releaseView(row), concerns: [row.buyerId, row.sellerId] })),
    );
  }

  /**
   * A FMAN answers what its devices do now (`schedules.replanned`), and only then is the grid free of it: they may not
   * be able to follow. Who sold over HTTP tells nothing, so it is counted as following.
   */
  private async tellSellers(transaction: Transaction, rows: readonly TradeRelease[]): Promise<void> {
    const sellers = await transaction.query<{ order_id: string; origin: OrderOrigin }>(
      'SELECT order_id, origin FROM fmar.market_order WHERE order_id = ANY($1)',
      [rows.map(({ sellOrderId }) => sellOrderId)],
    );
    const origins = new Map(sellers.map((row) => [row.order_id, row.origin]));
    const releases = rows
      .filter(({ sellOrderId }) => origins.get(sellOrderId) === 'message')
      .map(({ tradeId, sellOrderId, buyerId, interval, releasedWh, reason }) => {
        return { orderId: sellOrderId, tradeId, buyerId, interval, releasedWh, reason };
      });
    if (releases.length > 0) await this.outbox.publish(transaction, 'trades.released', { releases });
    const moves = rows
      .filter(({ sellOrderId }) => origins.get(sellOrderId) !== 'message')
      .map(({ sellOrderId, interval, releasedWh }) => ({ sellOrderId, interval, changeWh: -releasedWh }));
    await commitMoves(transaction, moves);
  }
}

async function lowerAccepted(transaction: Transaction, rows: readonly TradeRelease[]): Promise<void> {
  await transaction.query(
    `UPDATE fmar.buy_interval AS held SET accepted_wh = held.accepted_wh - given.released_wh
     FROM (SELECT "buyOrderId", "interval", sum("releasedWh") AS released_wh
       FROM jsonb_to_recordset($1::jsonb) AS each ("buyOrderId" text, "interval" integer, "releasedWh" bigint)
       GROUP BY 1, 2) AS given
     WHERE held.order_id = given."buyOrderId" AND held."interval" = given."interval"`,
    [JSON.stringify(rows)],
  );
}

/** What of the bought energy is not wanted; wanted energy of the other sign is none of it. */
function excessOf(boughtWh: WattHours, wantedWh: WattHours): WattHours {
  const direction = Math.sign(boughtWh);
  const wanted = Math.max(0, direction * wantedWh);
  return direction * Math.max(0, Math.abs(boughtWh) - wanted);
}
