import type { Instant, IntervalIndex, Schedule } from '#flexoffer';
import { safeInteger, type Transaction } from '#persistence';
import type { CommittedChange } from '#scheduling';
import type { OrderState } from '../orders/market-order.entity.js';
import type { Trade } from '../trades/trade.entity.js';
import type { ClearingRecord } from './clearing.entity.js';
import type { GateOutcome } from './gate-outcome.js';

/** A new state of an order; `closedAt` when it is the last one. */
export interface OrderChange {
  readonly orderId: string;
  readonly state: OrderState;
  readonly reason?: string;
  readonly closed: boolean;
  /** Of a sell order that traded. */
  readonly schedule?: Schedule;
}

/** What earlier gates moved in the intervals that can still trade. */
export async function committedChanges(
  transaction: Transaction,
  firstInterval: IntervalIndex,
): Promise<CommittedChange[]> {
  const rows = await transaction.query<{ grid_node: string; interval: number; change_wh: string }>(
    `SELECT grid_node, "interval", change_wh FROM fmar.committed_change
     WHERE "interval" >= $1 ORDER BY grid_node COLLATE "C", "interval"`,
    [firstInterval],
  );
  return rows.map((row) => ({
    gridNode: row.grid_node,
    interval: row.interval,
    changeWh: safeInteger(row.change_wh),
  }));
}

/** Stores what was decided about and what came out, for anyone to compute again. */
export async function storeClearing(
  transaction: Transaction,
  { id, gateId, input, result, method, reason, steps, currency }: ClearingRecord,
): Promise<void> {
  await transaction.query(
    `INSERT INTO fmar.clearing (id, gate_id, input, result, method, reason, steps, currency)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, gateId, JSON.stringify(input), JSON.stringify(result), method, reason, steps, currency],
  );
}

/** Stores trades and what the grid is now committed to. */
export async function storeOutcome(
  transaction: Transaction,
  outcome: GateOutcome,
  gateId: string,
): Promise<void> {
  if (outcome.soldOrders.length === 0) return;
  await insertTrades(transaction, outcome.trades);
  await transaction.query(
    `INSERT INTO fmar.committed_change (grid_node, "interval", change_wh)
     SELECT "gridNode", "interval", sum("changeWh")
     FROM json_to_recordset($1::json) AS given ("gridNode" text, "interval" integer, "changeWh" bigint)
     GROUP BY "gridNode", "interval"
     ON CONFLICT (grid_node, "interval")
     DO UPDATE SET change_wh = committed_change.change_wh + excluded.change_wh`,
    [JSON.stringify(outcome.changes)],
  );
  await transaction.query(
    `UPDATE fmar.buy_interval AS held SET accepted_wh = held.accepted_wh + bought.change_wh
     FROM (SELECT buy_order_id, "interval", sum(change_wh) AS change_wh FROM fmar.trade WHERE gate_id = $1
       AND buy_order_id = ANY($2) GROUP BY buy_order_id, "interval") AS bought
     WHERE held.order_id = bought.buy_order_id AND held."interval" = bought."interval"`,
    [gateId, [...new Set(outcome.trades.map(({ buyOrderId }) => buyOrderId))]],
  );
}

export async function storeOrderChanges(
  transaction: Transaction,
  changes: readonly OrderChange[],
  gate: Instant,
  gateId: string,
): Promise<void> {
  if (changes.length === 0) return;
  await transaction.query(
    `UPDATE fmar.market_order AS held SET state = given.state, reason = given.reason,
       closed_at = CASE WHEN given.closed THEN $2::timestamptz END,
       schedule = coalesce(given.schedule, held.schedule),
       gate_id = CASE WHEN given.schedule IS NULL THEN held.gate_id ELSE $3 END
     FROM json_to_recordset($1::json) AS given ("orderId" text, state text, reason text, closed boolean,
       schedule jsonb)
     WHERE held.order_id = given."orderId"`,
    [JSON.stringify(changes), new Date(gate), gateId],
  );
}

async function insertTrades(transaction: Transaction, trades: readonly Trade[]): Promise<void> {
  await transaction.query(
    `INSERT INTO fmar.trade (trade_id, gate_id, buy_order_id, sell_order_id, buyer_id, seller_id, grid_node,
       "interval", change_wh, price, transfer_price, currency, at)
     SELECT "tradeId", "gateId", "buyOrderId", "sellOrderId", "buyerId", "sellerId", "gridNode",
       "interval", "changeWh", price, "transferPrice", currency, to_timestamp(at / 1000.0)
     FROM json_to_recordset($1::json) AS given ("tradeId" text, "gateId" text, "buyOrderId" text,
       "sellOrderId" text, "buyerId" text, "sellerId" text, "gridNode" text, "interval" integer,
       "changeWh" bigint, price bigint, "transferPrice" bigint, currency text, at bigint)`,
    [JSON.stringify(trades)],
  );
}
