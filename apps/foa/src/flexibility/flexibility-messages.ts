import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { FlexOffersChanged } from '#messages';
import { MessageContext, OnMessage } from '#messaging';
import { DeviceOffers } from './device-offers.js';

@Controller()
export class FlexibilityMessages {
  constructor(@Inject(DeviceOffers) private readonly offers: DeviceOffers) {}

  @OnMessage('foa', 'flexoffers.changed')
  async changed(@Payload() message: FlexOffersChanged, @Ctx() context: MessageContext): Promise<void> {
    await this.offers.follow(context.transaction, message);
  }
}
