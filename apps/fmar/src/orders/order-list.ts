import { Inject, Injectable } from '@nestjs/common';
import { intervalOf } from '#flexoffer';
import type { InstantRange, PageRequest } from '#paging';
import { Database } from '#persistence';
import { In } from 'typeorm';
import { BuyInterval } from './buy-interval.entity.js';
import { groupBy } from './group-by.js';
import { MarketOrder, type OrderState, type Side } from './market-order.entity.js';

export interface OrderFilter {
  readonly side?: Side;
  readonly state?: OrderState;
  readonly participantId?: string;
  /** Orders that touch an interval in here. */
  readonly range: InstantRange;
}

/** An order with what it asks for, if it is a buy order. */
export interface ListedOrder {
  readonly order: MarketOrder;
  readonly intervals: readonly BuyInterval[];
}

/** Reads the order book. */
@Injectable()
export class OrderList {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(orderId: string): Promise<ListedOrder | undefined> {
    const order = await this.database.dataSource.getRepository(MarketOrder).findOneBy({ orderId });
    const [listed] = await this.withIntervals(order ? [order] : []);
    return listed;
  }

  /** As they were received; one more than the page holds, so that it shows whether more follow. */
  async list(filter: OrderFilter, page: PageRequest): Promise<readonly ListedOrder[]> {
    const query = this.database.dataSource
      .getRepository(MarketOrder)
      .createQueryBuilder('o')
      .orderBy('o.receivedAt')
      .addOrderBy('o.orderId')
      .take(page.limit + 1);
    const { side, state, participantId, range } = filter;
    if (side !== undefined) query.andWhere('o.side = :side', { side });
    if (state !== undefined) query.andWhere('o.state = :state', { state });
    if (participantId !== undefined) query.andWhere('o.participantId = :participantId', { participantId });
    if (range.from !== undefined) query.andWhere('o.lastInterval >= :from', { from: intervalOf(range.from) });
    if (range.to !== undefined) query.andWhere('o.firstInterval <= :to', { to: intervalOf(range.to - 1) });
    const [receivedAt, orderId] = positionOf(page);
    if (orderId !== undefined)
      query.andWhere('(o.receivedAt, o.orderId) > (:receivedAt, :orderId)', {
        receivedAt: new Date(receivedAt),
        orderId,
      });
    return this.withIntervals(await query.getMany());
  }

  private async withIntervals(orders: readonly MarketOrder[]): Promise<readonly ListedOrder[]> {
    const ids = orders.filter(({ side }) => side === 'buy').map(({ orderId }) => orderId);
    const rows = await this.database.dataSource
      .getRepository(BuyInterval)
      .find({ where: { orderId: In(ids) }, order: { orderId: 'ASC', interval: 'ASC' } });
    const byOrder = groupBy(rows, ({ orderId }) => orderId);
    return orders.map((order) => ({ order, intervals: byOrder.get(order.orderId) ?? [] }));
  }
}

/** Behind which order a page begins; the same text as {@link positionAfter} gives. */
function positionOf({ after }: PageRequest): [number, string | undefined] {
  const match = /^(\d{1,15}) (.+)$/.exec(after ?? '');
  return [Number(match?.[1] ?? '0'), match?.[2]];
}

export const positionAfter = ({ order }: ListedOrder): string => `${order.receivedAt} ${order.orderId}`;
