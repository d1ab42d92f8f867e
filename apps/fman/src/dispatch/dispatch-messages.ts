import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { SchedulesAcknowledged, SellOrdersClosed } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { keepAcknowledgements } from './acknowledgements.js';
import { ClosedOrders } from './closed-orders.js';

@Controller()
export class DispatchMessages {
  constructor(@Inject(ClosedOrders) private readonly closedOrders: ClosedOrders) {}

  @OnMessage('fman', 'sell-orders.closed')
  async closed(@Payload() message: SellOrdersClosed, @Ctx() context: MessageContext): Promise<void> {
    await this.closedOrders.take(context.transaction, message);
  }

  @OnMessage('fman', 'schedules.acknowledged')
  async acknowledged(
    @Payload() message: SchedulesAcknowledged,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    await keepAcknowledgements(context.transaction, message);
  }
}
