import type { IntervalIndex } from '#flexoffer';
import { safeInteger } from '#persistence';
import { localDayOf, type LocalDay, type TradedDelivery } from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

/** A delivery with the device that made it and the place where its trade was. */
export interface DeviceDelivery extends TradedDelivery {
  readonly deviceId?: string;
  readonly gridNode: string;
}

interface DeliveryRow {
  readonly trade_id: string;
  readonly flexoffer_id: string;
  readonly interval: IntervalIndex;
  readonly device_id: string | null;
  readonly ordered_wh: string;
  readonly default_wh: string;
  readonly scheduled_wh: string;
  readonly price: string;
  readonly transfer_price: string;
  readonly buyer_id: string;
  readonly seller_id: string;
  readonly grid_node: string;
}

/**
 * The parts of trades that count, `from` and what follows of a query over `settlement.delivery`: of each part the
 * highest version, unless it says that nothing is owed any more because others have taken it over.
 */
const CURRENT = `settlement.delivery
  WHERE ordered_wh <> 0 AND NOT EXISTS (
    SELECT FROM settlement.delivery later
    WHERE later.trade_id = delivery.trade_id AND later.flexoffer_id = delivery.flexoffer_id
      AND later.interval = delivery.interval AND later.version > delivery.version)`;

/** What a participant was to deliver in `range`, by interval, trade and FlexOffer. */
export async function deliveriesOf(
  database: Queryable,
  participantId: string,
  { from, to }: IntervalRange,
): Promise<DeviceDelivery[]> {
  const rows = await database.query<DeliveryRow>(
    `SELECT owed.*, price, transfer_price, buyer_id, seller_id, grid_node
     FROM (SELECT * FROM ${CURRENT} AND participant_id = $1 AND interval >= $2 AND interval < $3) owed
     JOIN settlement.trade USING (trade_id, interval)
     ORDER BY interval, trade_id COLLATE "C", flexoffer_id COLLATE "C"`,
    [participantId, from, to],
  );
  return rows.map((row) => ({
    tradeId: row.trade_id,
    flexOfferId: row.flexoffer_id,
    participantId,
    ...(row.device_id === null ? {} : { deviceId: row.device_id }),
    interval: row.interval,
    orderedWh: safeInteger(row.ordered_wh),
    defaultWh: safeInteger(row.default_wh),
    scheduledWh: safeInteger(row.scheduled_wh),
    price: safeInteger(row.price),
    transferPrice: safeInteger(row.transfer_price),
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    gridNode: row.grid_node,
  }));
}

/** Up to `limit` participants with deliveries in `range`, by id, after `after`. */
export async function participantsWithDeliveries(
  database: Queryable,
  { from, to }: IntervalRange,
  scope: { readonly participantId: string | null; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await database.query<{ participant_id: string }>(
    `SELECT DISTINCT participant_id COLLATE "C" AS participant_id
     FROM (SELECT * FROM ${CURRENT} AND interval >= $1 AND interval < $2) owed
     JOIN settlement.trade USING (trade_id, interval)
     WHERE ($3::text IS NULL OR participant_id = $3) AND ($4::text IS NULL OR participant_id COLLATE "C" > $4)
     ORDER BY 1 LIMIT $5`,
    [from, to, scope.participantId, scope.after, scope.limit],
  );
  return rows.map((row) => row.participant_id);
}

/** The local days in `range` on which a participant was asked to deviate. */
export async function eventDays(
  database: Queryable,
  participantId: string,
  { from, to }: IntervalRange,
  zone: string,
): Promise<LocalDay[]> {
  const rows = await database.query<{ interval: IntervalIndex }>(
    `SELECT DISTINCT interval FROM ${CURRENT}
       AND participant_id = $1 AND interval >= $2 AND interval < $3 ORDER BY interval`,
    [participantId, from, to],
  );
  return [...new Set(rows.map(({ interval }) => localDayOf(interval, zone)))];
}

/**
 * How many trades of `range` cannot be settled in full: the parts of their members do not sum to the trade, or the
 * market has not told of a trade that has parts.
 */
export async function incompleteTrades(database: Queryable, { from, to }: IntervalRange): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM
       (SELECT trade_id, interval, change_wh - released_wh AS change_wh FROM settlement.trade WHERE interval >= $1 AND interval < $2) trade
       FULL JOIN (
         SELECT trade_id, interval, sum(ordered_wh) AS ordered_wh FROM ${CURRENT}
           AND interval >= $1 AND interval < $2 GROUP BY trade_id, interval) assigned
       USING (trade_id, interval)
     WHERE change_wh IS DISTINCT FROM coalesce(ordered_wh, 0)`,
    [from, to],
  );
  return row?.count ?? 0;
}
