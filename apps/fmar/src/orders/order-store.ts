import { instantOf, profileLength, type Instant, type IntervalIndex } from '#flexoffer';
import type { Transaction } from '#persistence';
import type { OrderOrigin, OrderState } from './market-order.entity.js';
import type { OrderSubmission } from './order-submission.js';

/** An order as it comes into the book: open, or refused with its reasons. */
export interface JudgedOrder {
  readonly order: OrderSubmission;
  readonly reasons: readonly string[];
}

export interface Reception {
  readonly origin: OrderOrigin;
  readonly receivedAt: Instant;
  readonly trace: string;
}

const INSERT_ORDERS = `
  INSERT INTO fmar.market_order (order_id, side, participant_id, grid_node, origin, state, reason, offer, execution,
    minimum_wh, exclusive_group, version, valid_until, first_interval, last_interval, content_hash, received_at,
    closed_at, trace)
  SELECT order_id, side, participant_id, grid_node, origin, state, reason, offer, execution,
    minimum_wh, exclusive_group, 1, valid_until, first_interval, last_interval, content_hash, received_at,
    closed_at, trace
  FROM jsonb_to_recordset($1::jsonb) AS given (order_id text, side text, participant_id text, grid_node text,
    origin text, state text, reason text, offer jsonb, execution text, minimum_wh bigint,
    exclusive_group text, valid_until timestamptz, first_interval integer,
    last_interval integer, content_hash text, received_at timestamptz, closed_at timestamptz, trace text)
  ON CONFLICT DO NOTHING RETURNING order_id`;

const INSERT_INTERVALS = `
  INSERT INTO fmar.buy_interval (order_id, "interval", change_wh, price)
  SELECT order_id, "interval", change_wh, price
  FROM jsonb_to_recordset($1::jsonb) AS given (order_id text, "interval" integer, change_wh bigint, price bigint)`;

/** Stores the orders whose ids are new, and tells which those are. Ids must be distinct. */
export async function insertOrders(
  transaction: Transaction,
  orders: readonly JudgedOrder[],
  reception: Reception,
): Promise<ReadonlySet<string>> {
  const rows = orders.map((judged) => orderRow(judged, reception));
  const inserted = await transaction.query<{ order_id: string }>(INSERT_ORDERS, [JSON.stringify(rows)]);
  const fresh = new Set(inserted.map((row) => row.order_id));
  const intervals = orders.flatMap(({ order }) => (fresh.has(order.orderId) ? intervalRows(order) : []));
  await transaction.query(INSERT_INTERVALS, [JSON.stringify(intervals)]);
  return fresh;
}

/** Keeps the order as it was and puts the new content in its place; bought energy stays. */
export async function replaceOrder(
  transaction: Transaction,
  order: OrderSubmission,
  at: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO fmar.order_version (order_id, version, content, amended_at)
     SELECT held.order_id, held.version, to_jsonb(held) || jsonb_build_object('intervals', (
       SELECT jsonb_agg(to_jsonb(asked) ORDER BY asked."interval") FROM fmar.buy_interval AS asked
       WHERE asked.order_id = held.order_id)), $2
     FROM fmar.market_order AS held WHERE held.order_id = $1`,
    [order.orderId, new Date(at)],
  );
  const row = orderRow({ order, reasons: [] }, { origin: 'http', receivedAt: at, trace: '' });
  await transaction.query(
    `UPDATE fmar.market_order AS held SET grid_node = given.grid_node, offer = given.offer,
       execution = given.execution, minimum_wh = given.minimum_wh, exclusive_group = given.exclusive_group,
       valid_until = given.valid_until, first_interval = given.first_interval,
       last_interval = given.last_interval, content_hash = given.content_hash, version = held.version + 1
     FROM jsonb_to_record($1::jsonb) AS given (order_id text, grid_node text, offer jsonb, execution text,
       minimum_wh bigint, exclusive_group text, valid_until timestamptz, first_interval integer,
       last_interval integer, content_hash text)
     WHERE held.order_id = given.order_id`,
    [JSON.stringify(row)],
  );
  await transaction.query(`DELETE FROM fmar.buy_interval WHERE order_id = $1 AND accepted_wh = 0`, [
    order.orderId,
  ]);
  await transaction.query(
    `${INSERT_INTERVALS} ON CONFLICT (order_id, "interval")
     DO UPDATE SET change_wh = excluded.change_wh, price = excluded.price`,
    [JSON.stringify(intervalRows(order))],
  );
}

function orderRow({ order, reasons }: JudgedOrder, { origin, receivedAt, trace }: Reception): object {
  const refused = reasons.length > 0;
  const state: OrderState = refused ? 'refused' : 'open';
  const [first, last] = rangeOf(order);
  const at = new Date(receivedAt).toISOString();
  return {
    order_id: order.orderId,
    side: order.side,
    participant_id: order.participantId,
    grid_node: order.gridNode,
    origin,
    state,
    ...(refused ? { reason: reasons.join('; '), closed_at: at } : {}),
    ...(order.side === 'sell' ? { offer: order.offer } : { minimum_wh: order.minimumWh }),
    execution: order.side === 'buy' ? (order.execution ?? 'partly') : 'partly',
    exclusive_group: order.exclusiveGroup,
    ...(order.validUntil === undefined ? {} : { valid_until: new Date(order.validUntil).toISOString() }),
    first_interval: first,
    last_interval: last,
    content_hash: order.contentHash,
    received_at: at,
    trace,
  };
}

/** The intervals that an order can touch; an order that was refused may name none, or none that exist. */
function rangeOf(order: OrderSubmission): [IntervalIndex | null, IntervalIndex | null] {
  const range =
    order.side === 'sell'
      ? [order.offer.startAfter, order.offer.startBefore + profileLength(order.offer.slices) - 1]
      : [order.intervals[0]?.interval, order.intervals.at(-1)?.interval];
  const [first, last] = range.map((interval) => (isStorable(interval) ? interval : null));
  return [first ?? null, last ?? null];
}

const LARGEST_INTEGER = 2 ** 31 - 1;

const isStorable = (interval: IntervalIndex | undefined): interval is IntervalIndex =>
  interval !== undefined && Number.isInteger(instantOf(interval)) && Math.abs(interval) <= LARGEST_INTEGER;

/** A refused order is kept as far as a table can keep it; its hash stands for the rest. */
function intervalRows(order: OrderSubmission): object[] {
  if (order.side === 'sell') return [];
  const byInterval = new Map(order.intervals.map((asked) => [asked.interval, asked]));
  return [...byInterval.values()]
    .filter(
      ({ interval, changeWh, price }) =>
        isStorable(interval) && Number.isSafeInteger(changeWh) && Number.isSafeInteger(price),
    )
    .map(({ interval, changeWh, price }) => ({
      order_id: order.orderId,
      interval,
      change_wh: changeWh,
      price,
    }));
}
