import type { Instant } from '#flexoffer';
import type { DeliveriesCorrected, TradesMade, TradesReduced } from '#messages';
import type { Transaction } from '#persistence';

/** Keeps trades; one that is known stays as it is. */
export async function keepTrades(transaction: Transaction, { trades }: TradesMade): Promise<void> {
  await transaction.query(
    `INSERT INTO settlement.trade
       (trade_id, buyer_id, seller_id, grid_node, interval, change_wh, price, transfer_price, currency,
        traded_at)
     SELECT "tradeId", "buyerId", "sellerId", "gridNode", "interval", "changeWh", price, "transferPrice",
       currency, to_timestamp(at / 1000.0)
     FROM json_to_recordset($1::json) AS made ("tradeId" text, "buyerId" text, "sellerId" text,
       "gridNode" text, "interval" integer, "changeWh" bigint, price bigint, "transferPrice" bigint,
       currency text, at bigint)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(trades)],
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
     SELECT "tradeId", "flexOfferId", "interval", "participantId", "deviceId", "orderedWh", "defaultWh",
       "scheduledWh", version, $2
     FROM json_to_recordset($1::json) AS part ("tradeId" text, "flexOfferId" text, "interval" integer,
       "participantId" text, "deviceId" text, "orderedWh" bigint, "defaultWh" bigint, "scheduledWh" bigint,
       version integer)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(deliveries), new Date(knownAt)],
  );
}
