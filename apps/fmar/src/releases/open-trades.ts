import type { IntervalIndex } from '#flexoffer';
import { safeInteger, type Transaction } from '#persistence';
import type { LocatedTrade } from './relieve-nodes.js';

/** An open trade with everybody whom its release concerns. */
export interface ReleasableTrade extends LocatedTrade {
  readonly buyOrderId: string;
  readonly sellOrderId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** How often something of it was released before. */
  readonly releases: number;
}

interface Row {
  readonly trade_id: string;
  readonly buy_order_id: string;
  readonly sell_order_id: string;
  readonly buyer_id: string;
  readonly seller_id: string;
  readonly grid_node: string;
  readonly interval: IntervalIndex;
  readonly price: string;
  readonly transfer_price: string;
  readonly at: Date;
  readonly remaining_wh: string;
  readonly releases: number;
}

/**
 * Trades of which something remains, in intervals whose delivery can still change, by interval and id.
 *
 * @param buyOrderId of one order; undefined: of all
 */
export async function openTrades(
  transaction: Transaction,
  firstOpen: IntervalIndex,
  buyOrderId?: string,
): Promise<ReleasableTrade[]> {
  const rows = await transaction.query<Row>(
    `SELECT trade.*, change_wh - coalesce(released_wh, 0) AS remaining_wh, coalesce(releases, 0)::integer AS releases
     FROM fmar.trade LEFT JOIN (
       SELECT trade_id, sum(released_wh) AS released_wh, count(*) AS releases FROM fmar.trade_release GROUP BY trade_id
     ) AS earlier USING (trade_id)
     WHERE "interval" >= $1 AND ($2::text IS NULL OR buy_order_id = $2)
       AND change_wh <> coalesce(released_wh, 0)
     ORDER BY "interval", trade_id COLLATE "C"`,
    [firstOpen, buyOrderId ?? null],
  );
  return rows.map((row) => ({
    tradeId: row.trade_id,
    buyOrderId: row.buy_order_id,
    sellOrderId: row.sell_order_id,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    gridNode: row.grid_node,
    interval: row.interval,
    price: safeInteger(row.price) + safeInteger(row.transfer_price),
    at: row.at.getTime(),
    remainingWh: safeInteger(row.remaining_wh),
    releases: row.releases,
  }));
}
