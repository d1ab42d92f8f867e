import type { FlexOffer, Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { safeInteger, type Transaction } from '#persistence';
import { groupBy } from '../orders/group-by.js';
import type { Execution } from '../orders/market-order.entity.js';
import type { Addressee } from '../orders/order-answers.js';

/** What a buy order asks for in one interval, and what earlier gates gave it; the buyer's sign. */
export interface AskedInterval {
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
  readonly acceptedWh: WattHours;
  readonly price: MicroPerKwh;
}

interface OpenOrder extends Addressee {
  readonly orderId: string;
  /** The buyer or the seller. */
  readonly participantId: string;
  readonly gridNode: string;
  readonly exclusiveGroup: string | null;
  /** The last gate in which it may trade closes no later than this. */
  readonly validUntil: Instant | null;
}

export interface OpenBuyOrder extends OpenOrder {
  readonly execution: Execution;
  readonly minimumWh: WattHours | null;
  readonly intervals: readonly AskedInterval[];
}

export interface OpenSellOrder extends OpenOrder {
  readonly validUntil: Instant;
  readonly offer: FlexOffer;
}

/** Every order that no gate and no withdrawal has ended yet, by id. */
export interface OpenBook {
  readonly buyOrders: readonly OpenBuyOrder[];
  readonly sellOrders: readonly OpenSellOrder[];
}

const ORDER = `order_id AS "orderId", participant_id AS "participantId", grid_node AS "gridNode", origin, trace,
  exclusive_group AS "exclusiveGroup", valid_until AS "validUntil"`;

/** Reads the book and holds it until the transaction ends: who withdraws meanwhile waits, and then comes too late. */
export async function readOpenBook(transaction: Transaction): Promise<OpenBook> {
  const buyOrders = await transaction.query<BuyRow>(
    `SELECT ${ORDER}, execution, minimum_wh AS "minimumWh" FROM fmar.market_order
     WHERE side = 'buy' AND closed_at IS NULL ORDER BY order_id COLLATE "C" FOR UPDATE`,
  );
  const sellOrders = await transaction.query<SellRow>(
    `SELECT ${ORDER}, offer FROM fmar.market_order
     WHERE side = 'sell' AND closed_at IS NULL ORDER BY order_id COLLATE "C" FOR UPDATE`,
  );
  const intervals = await intervalsOf(
    transaction,
    buyOrders.map(({ orderId }) => orderId),
  );
  return {
    buyOrders: buyOrders.map((order) => ({
      ...order,
      validUntil: order.validUntil?.getTime() ?? null,
      minimumWh: order.minimumWh === null ? null : safeInteger(order.minimumWh),
      intervals: intervals.get(order.orderId) ?? [],
    })),
    sellOrders: sellOrders.map((order) => ({ ...order, validUntil: order.validUntil.getTime() })),
  };
}

type OrderRow = Omit<OpenOrder, 'validUntil'>;

interface BuyRow extends OrderRow {
  readonly validUntil: Date | null;
  readonly execution: Execution;
  readonly minimumWh: string | null;
}

interface SellRow extends OrderRow {
  readonly validUntil: Date;
  readonly offer: FlexOffer;
}

interface IntervalRow {
  readonly order_id: string;
  readonly interval: IntervalIndex;
  readonly change_wh: string;
  readonly accepted_wh: string;
  readonly price: string;
}

async function intervalsOf(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AskedInterval[]>> {
  const rows = await transaction.query<IntervalRow>(
    `SELECT order_id, "interval", change_wh, accepted_wh, price FROM fmar.buy_interval
     WHERE order_id = ANY($1) ORDER BY order_id, "interval"`,
    [orderIds],
  );
  const grouped = groupBy(rows, (row) => row.order_id);
  return new Map([...grouped].map(([orderId, group]) => [orderId, group.map(askedInterval)]));
}

const askedInterval = (row: IntervalRow): AskedInterval => ({
  interval: row.interval,
  changeWh: safeInteger(row.change_wh),
  acceptedWh: safeInteger(row.accepted_wh),
  price: safeInteger(row.price),
});
