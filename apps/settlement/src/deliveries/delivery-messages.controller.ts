import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Clock } from '#clock';
import type { DeliveriesAssigned, DeliveriesCorrected, TradesMade, TradesReduced } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { keepDeliveries, keepReductions, keepTrades } from './keep-deliveries.js';

/** Hears what was traded, and whose part of it is whose. */
@Controller()
export class DeliveryMessagesController {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  @OnMessage('settlement', 'trades.made')
  async traded(@Payload() message: TradesMade, @Ctx() context: MessageContext): Promise<void> {
    await keepTrades(context.transaction, message);
  }

  @OnMessage('settlement', 'trades.reduced')
  async reduced(@Payload() message: TradesReduced, @Ctx() context: MessageContext): Promise<void> {
    await keepReductions(context.transaction, message);
  }

  @OnMessage('settlement', 'deliveries.assigned')
  async assigned(
    @Payload() { deliveries }: DeliveriesAssigned,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const first = deliveries.map((delivery) => ({ ...delivery, version: 1 }));
    await keepDeliveries(context.transaction, { deliveries: first }, this.clock.now());
  }

  @OnMessage('settlement', 'deliveries.corrected')
  async corrected(@Payload() message: DeliveriesCorrected, @Ctx() context: MessageContext): Promise<void> {
    await keepDeliveries(context.transaction, message, this.clock.now());
  }
}
