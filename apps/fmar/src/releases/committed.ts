import type { IntervalIndex, WattHours } from '#flexoffer';
import type { Transaction } from '#persistence';

/** A key for pg_advisory_xact_lock: gates and whoever releases what gates have sold go one after the other. */
const COMMITMENT_LOCK = 7_245_983;

/** Taken before any order is locked, so that nobody waits in a circle. */
export async function lockCommitments(transaction: Transaction): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [COMMITMENT_LOCK]);
}

/** A move of what sellers do, in the buyer's sign: positive is less consumption than before. */
export interface SellerMove {
  readonly sellOrderId: string;
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
}

/** Corrects what the grid is committed to. Moves of orders that have not traded here are passed over. */
export async function commitMoves(transaction: Transaction, moves: readonly SellerMove[]): Promise<void> {
  if (moves.length === 0) return;
  await transaction.query(
    `INSERT INTO fmar.committed_change (grid_node, "interval", change_wh)
     SELECT seller.grid_node, given."interval", sum(given."changeWh")
     FROM jsonb_to_recordset($1::jsonb) AS given ("sellOrderId" text, "interval" integer, "changeWh" bigint)
     JOIN fmar.market_order AS seller
       ON seller.order_id = given."sellOrderId" AND seller.side = 'sell' AND seller.state = 'traded'
     GROUP BY seller.grid_node, given."interval"
     ON CONFLICT (grid_node, "interval")
     DO UPDATE SET change_wh = committed_change.change_wh + excluded.change_wh`,
    [JSON.stringify(moves)],
  );
}
