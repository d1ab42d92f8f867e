import { formatInstant, type Instant, type IntervalIndex } from '#flexoffer';
import { safeInteger } from '#persistence';
import { localDayOf, type LocalDay, type TradedDelivery } from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

/** A delivery with the device that made it and the place where its trade was. */
export interface DeviceDelivery extends TradedDelivery {
  readonly deviceId?: string;
  readonly gridNode: string;
  /** When the trade was made: nobody can have learned of it before. ISO 8601, UTC. */
  readonly tradedAt: string;
}

interface DeliveryRow {
  readonly trade_id: string;
  readonly flexoffer_id: string;
  readonly participant_id: string;
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
  readonly traded_at: Date;
}

/**
 * The parts of trades that count, `from` and what follows of a query over `settlement.delivery`: of each part the
 * highest version that was known, unless it says that nothing is owed any more because others have taken it over.
 *
 * @param knownAt the parameter of the query that says when, such as `$1`
 */
export const currentDeliveries = (knownAt: string): string => `settlement.delivery
  WHERE ordered_wh <> 0 AND known_at <= ${knownAt} AND NOT EXISTS (
    SELECT FROM settlement.delivery later
    WHERE later.trade_id = delivery.trade_id AND later.flexoffer_id = delivery.flexoffer_id
      AND later.interval = delivery.interval AND later.version > delivery.version AND later.known_at <= ${knownAt})`;

/** Intervals, and the instant whose knowledge counts. */
export interface KnownRange extends IntervalRange {
  readonly knownAt: Instant;
}

/** What participants were to deliver in `range`, by participant, and for each by interval, trade and FlexOffer. */
export async function deliveriesOf(
  database: Queryable,
  participantIds: readonly string[],
  { from, to, knownAt }: KnownRange,
): Promise<Map<string, DeviceDelivery[]>> {
  const rows = await database.query<DeliveryRow>(
    `SELECT owed.*, price, transfer_price, buyer_id, seller_id, grid_node, traded_at
     FROM (SELECT * FROM ${currentDeliveries('$4')}
       AND participant_id = ANY($1) AND interval >= $2 AND interval < $3) owed
     JOIN settlement.trade USING (trade_id, interval)
     ORDER BY interval, trade_id COLLATE "C", flexoffer_id COLLATE "C"`,
    [participantIds, from, to, new Date(knownAt)],
  );
  const found = new Map<string, DeviceDelivery[]>(participantIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.participant_id)?.push(deliveryOf(row));
  return found;
}

function deliveryOf(row: DeliveryRow): DeviceDelivery {
  return {
    tradeId: row.trade_id,
    flexOfferId: row.flexoffer_id,
    participantId: row.participant_id,
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
    tradedAt: formatInstant(row.traded_at.getTime()),
  };
}

/** The local days in `range` on which participants were asked to deviate, by participant and in order. */
export async function eventDays(
  database: Queryable,
  participantIds: readonly string[],
  { from, to, knownAt }: KnownRange,
  zone: string,
): Promise<Map<string, LocalDay[]>> {
  const rows = await database.query<{ participant_id: string; interval: IntervalIndex }>(
    `SELECT DISTINCT participant_id, interval FROM ${currentDeliveries('$4')}
       AND participant_id = ANY($1) AND interval >= $2 AND interval < $3 ORDER BY interval`,
    [participantIds, from, to, new Date(knownAt)],
  );
  const days = new Map(participantIds.map((id) => [id, new Set<LocalDay>()]));
  for (const row of rows) days.get(row.participant_id)?.add(localDayOf(row.interval, zone));
  return new Map([...days].map(([id, ofOne]) => [id, [...ofOne]]));
}

/**
 * How many trades of `range` cannot be settled in full: the parts of their members do not sum to the trade, or the
 * market has not told of a trade that has parts.
 */
export async function incompleteTrades(
  database: Queryable,
  { from, to, knownAt }: KnownRange,
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM
       (SELECT trade_id, interval, change_wh - released_wh AS change_wh FROM settlement.trade WHERE interval >= $1 AND interval < $2) trade
       FULL JOIN (
         SELECT trade_id, interval, sum(ordered_wh) AS ordered_wh FROM ${currentDeliveries('$3')}
           AND interval >= $1 AND interval < $2 GROUP BY trade_id, interval) assigned
       USING (trade_id, interval)
     WHERE change_wh IS DISTINCT FROM coalesce(ordered_wh, 0)`,
    [from, to, new Date(knownAt)],
  );
  return row?.count ?? 0;
}
