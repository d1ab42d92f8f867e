import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Any } from 'typeorm';
import type { DeliveriesFailing, TradesReleased } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { Assignment } from '../dispatch/assignment.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { StoredAggregate } from '../portfolio/stored-aggregate.entity.js';
import type { Leaving } from './leaving.js';
import { Replanning } from './replanning.js';

@Controller()
export class ReplanningMessages {
  constructor(
    @Inject(Replanning) private readonly replanning: Replanning,
    @Inject(Assignment) private readonly assignment: Assignment,
  ) {}

  /** Offers that are not, or no longer, assigned have no schedule to fail. */
  @OnMessage('fman', 'deliveries.failing')
  async failing(
    @Payload() { deliveries }: DeliveriesFailing,
    @Ctx() { transaction }: MessageContext,
  ): Promise<void> {
    const ids = deliveries.map(({ flexOfferId }) => flexOfferId);
    await this.assignment.complete(transaction, ids);
    const rows = await transaction.manager.findBy(StoredFlexOffer, { id: Any(ids), state: 'assigned' });
    const failing = deliveries.flatMap(({ flexOfferId, fromInterval, reason }): Leaving[] => {
      const row = rows.find(({ id }) => id === flexOfferId);
      if (!row || row.aggregateId === null) return [];
      const { aggregateId, deviceId, offeredById } = row;
      const toldBy = deviceId ?? offeredById;
      return [{ flexOfferId, aggregateId, cause: 'failing', reason, toldBy, fromInterval }];
    });
    await this.replanning.rePlan(transaction, failing);
  }

  /** Trades of sell orders that are not ours are another manager's. */
  @OnMessage('fman', 'trades.released')
  async released(
    @Payload() { releases }: TradesReleased,
    @Ctx() { transaction }: MessageContext,
  ): Promise<void> {
    const aggregates = await transaction.manager.find(StoredAggregate, {
      select: { id: true, orderId: true, members: true },
      where: { orderId: Any([...new Set(releases.map(({ orderId }) => orderId))]) },
      order: { id: 'ASC' },
    });
    await this.assignment.complete(
      transaction,
      aggregates.flatMap(({ members }) => members.map(({ offer }) => offer.id)),
    );
    for (const { id, orderId } of aggregates)
      await this.replanning.release(
        transaction,
        id,
        releases.filter((each) => each.orderId === orderId),
      );
  }
}
