import type { Instant } from '#flexoffer';
import type { DeliveriesCorrected, TradesMade, TradesReduced } from '#messages';
import type { Transaction } from '#persistence';

/** Keeps trades; one that is known stays as it is. */
export async function keepTrades(transaction: Transaction, { trades }: TradesMade): Promise<void> {
  await transaction.query(
    `INSERT INTO settlement.trade
       (trade_id, buyer_id, seller_id, grid_node, interval, change_wh, price, transfer_price, currency,
        traded_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::bigint[],
       $7::bigint[], $8::bigint[], $9::text[], $10::timestamptz[])
     ON CONFLICT DO NOTHING`,
    [
      trades.map(({ tradeId }) => tradeId),
      trades.map(({ buyerId }) => buyerId),
      trades.map(({ sellerId }) => sellerId),
      trades.map(({ gridNode }) => gridNode),
      trades.map(({ interval }) => interval),
      trades.map(({ changeWh }) => changeWh),
      trades.map(({ price }) => price),
      trades.map(({ transferPrice }) => transferPrice),
      trades.map(({ currency }) => currency),
      trades.map(({ at }) => new Date(at)),
    ],
  );
}

/** Keeps by how much trades are less than they were made for: the market told of them before. */
export async function keepReductions(transaction: Transaction, { releases }: TradesReduced): Promise<void> {
  await transaction.query(
    `UPDATE settlement.trade SET released_wh = trade.released_wh + less.released_wh
     FROM (SELECT trade_id, sum(released_wh) AS released_wh
       FROM unnest($1::text[], $2::bigint[]) AS released (trade_id, released_wh) GROUP BY trade_id) AS less
     WHERE trade.trade_id = less.trade_id`,
    [releases.map(({ tradeId }) => tradeId), releases.map(({ releasedWh }) => releasedWh)],
  );
}

/** Keeps members' parts of trades, which may be told before the trade itself; a known version stays as it is. */
export async function keepDeliveries(
  transaction: Transaction,
  { deliveries }: DeliveriesCorrected,
  knownAt: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO settlement.delivery
       (trade_id, flexoffer_id, interval, participant_id, device_id, ordered_wh, default_wh, scheduled_wh, version,
        known_at)
     SELECT *, $10::timestamptz FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::bigint[],
       $7::bigint[], $8::bigint[], $9::integer[])
     ON CONFLICT DO NOTHING`,
    [
      deliveries.map(({ tradeId }) => tradeId),
      deliveries.map(({ flexOfferId }) => flexOfferId),
      deliveries.map(({ interval }) => interval),
      deliveries.map(({ participantId }) => participantId),
      deliveries.map(({ deviceId }) => deviceId ?? null),
      deliveries.map(({ orderedWh }) => orderedWh),
      deliveries.map(({ defaultWh }) => defaultWh),
      deliveries.map(({ scheduledWh }) => scheduledWh),
      deliveries.map(({ version }) => version),
      new Date(knownAt),
    ],
  );
}
