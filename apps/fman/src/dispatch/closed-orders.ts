import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import type { SellOrdersClosed } from '#messages';
import type { Transaction } from '#persistence';
import { Publication } from '../portfolio/publication.js';
import { isPublished } from '../portfolio/publication-times.js';
import type { AggregateState } from '../portfolio/stored-aggregate.entity.js';
import { Dispatch, type SoldAggregate } from './dispatch.js';

type ClosedOrder = SellOrdersClosed['orders'][number];
type UntradedOrder = Exclude<ClosedOrder, { result: 'traded' }>;

/** What must be known of an aggregate to close it; its members, of which there can be many, are not. */
interface OpenAggregate {
  readonly id: string;
  readonly order_id: string;
  readonly state: AggregateState;
}

interface Closing<Order extends ClosedOrder> {
  readonly order: Order;
  readonly aggregate: OpenAggregate;
}

/** Takes from the market how sell orders ended. */
@Injectable()
export class ClosedOrders {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Dispatch) private readonly dispatch: Dispatch,
    @Inject(Publication) private readonly publication: Publication,
  ) {}

  /**
   * @throws Error for an order that we never submitted, and for one that has ended otherwise before: either is a bug
   */
  async take(transaction: Transaction, { orders }: SellOrdersClosed): Promise<void> {
    const closings = await this.open(transaction, orders);
    const traded = closings.filter(isTraded);
    await this.dispatch.send(transaction, traded.map(soldAggregate));
    await this.release(transaction, closings.filter(isUntraded));
    if (closings.some(({ aggregate }) => aggregate.state === 'withdrawing'))
      await this.publishAgain(transaction);
  }

  /**
   * The orders that this message is the first to close, by id, with their aggregates and the locks to change them. The
   * members of a traded one are only read here; the members of the others are free again, so they are locked too.
   */
  private async open(
    transaction: Transaction,
    orders: readonly ClosedOrder[],
  ): Promise<Closing<ClosedOrder>[]> {
    const untraded = orders.filter(({ result }) => result !== 'traded');
    await transaction.query(
      `SELECT id FROM fman.flexoffer
       WHERE aggregate_id IN (SELECT id FROM fman.aggregate WHERE order_id = ANY($1)) ORDER BY id FOR UPDATE`,
      [untraded.map(({ orderId }) => orderId)],
    );
    const aggregates = await transaction.query<OpenAggregate>(
      'SELECT id, order_id, state FROM fman.aggregate WHERE order_id = ANY($1) ORDER BY id FOR UPDATE',
      [orders.map(({ orderId }) => orderId)],
    );
    const byOrder = new Map(aggregates.map((aggregate) => [aggregate.order_id, aggregate]));
    return orders
      .toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))
      .map((order) => {
        const aggregate = byOrder.get(order.orderId);
        if (!aggregate) throw new Error(`the market closed sell order ${order.orderId}, which is not ours`);
        return { order, aggregate };
      })
      .filter(isNew);
  }

  private async release(
    transaction: Transaction,
    closings: readonly Closing<UntradedOrder>[],
  ): Promise<void> {
    if (closings.length === 0) return;
    const rows = closings.map(({ order, aggregate }) => ({
      id: aggregate.id,
      result: order.result,
      reason: order.reason,
    }));
    await transaction.query(
      `UPDATE fman.aggregate SET state = closing.result, state_reason = closing.reason, closed_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS closing (id text, result text, reason text)
       WHERE aggregate.id = closing.id`,
      [JSON.stringify(rows), new Date(this.clock.now())],
    );
    await transaction.query(
      `UPDATE fman.flexoffer SET aggregate_id = NULL WHERE aggregate_id = ANY($1) AND state = 'accepted'`,
      [rows.map(({ id }) => id)],
    );
  }

  /** What comes back after the publication still makes the coming gate; at other times the next publication is soon enough. */
  private async publishAgain(transaction: Transaction): Promise<void> {
    if (isPublished(this.clock.now(), this.configuration.market)) await this.publication.publish(transaction);
  }
}

/** The market repeats the end of an order that we ask back too late. */
function isNew({ order, aggregate }: Closing<ClosedOrder>): boolean {
  if (aggregate.state === 'live' || aggregate.state === 'withdrawing') return true;
  if ((aggregate.state === 'traded') === (order.result === 'traded')) return false;
  throw new Error(
    `sell order ${order.orderId} was ${aggregate.state}, and now the market says ${order.result}`,
  );
}

type TradedOrder = Extract<ClosedOrder, { result: 'traded' }>;

const isTraded = (closing: Closing<ClosedOrder>): closing is Closing<TradedOrder> =>
  closing.order.result === 'traded';

const isUntraded = (closing: Closing<ClosedOrder>): closing is Closing<UntradedOrder> =>
  closing.order.result !== 'traded';

const soldAggregate = ({ aggregate: { id, state }, order }: Closing<TradedOrder>): SoldAggregate => ({
  id,
  wasAskedBack: state === 'withdrawing',
  schedule: order.schedule,
  sold: order.sold,
});
