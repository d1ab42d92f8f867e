import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DeliveriesAssigned, TradesMade } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { keepDeliveries, keepTrades } from './keep-deliveries.js';

/** Hears what was traded, and whose part of it is whose. */
@Controller()
export class DeliveryMessagesController {
  @OnMessage('settlement', 'trades.made')
  async traded(@Payload() message: TradesMade, @Ctx() context: MessageContext): Promise<void> {
    await keepTrades(context.transaction, message);
  }

  @OnMessage('settlement', 'deliveries.assigned')
  async assigned(@Payload() message: DeliveriesAssigned, @Ctx() context: MessageContext): Promise<void> {
    await keepDeliveries(context.transaction, message);
  }
}
