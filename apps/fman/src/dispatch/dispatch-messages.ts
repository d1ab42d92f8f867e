import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AggregatesTraded, SchedulesAcknowledged, SellOrdersClosed } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { keepAcknowledgements } from './acknowledgements.js';
import { Assignment } from './assignment.js';
import { ClosedOrders } from './closed-orders.js';

@Controller()
export class DispatchMessages {
  constructor(
    @Inject(ClosedOrders) private readonly closedOrders: ClosedOrders,
    @Inject(Assignment) private readonly assignment: Assignment,
  ) {}

  @OnMessage('fman', 'sell-orders.closed')
  async closed(@Payload() message: SellOrdersClosed, @Ctx() context: MessageContext): Promise<void> {
    await this.closedOrders.take(context.transaction, message);
  }

  @OnMessage('fman', 'aggregates.traded')
  async traded(@Payload() { aggregateIds }: AggregatesTraded, @Ctx() context: MessageContext): Promise<void> {
    await this.assignment.assign(context.transaction, aggregateIds);
  }

  @OnMessage('fman', 'schedules.acknowledged')
  async acknowledged(
    @Payload() message: SchedulesAcknowledged,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    await keepAcknowledgements(context.transaction, message);
  }
}
