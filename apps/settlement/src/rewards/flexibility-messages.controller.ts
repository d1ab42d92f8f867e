import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Clock } from '#clock';
import type { FlexibilityProvided } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { ProvidedFlexibility } from './provided-flexibility.entity.js';

/** Hears what the offers of delegated contracts were worth. */
@Controller()
export class FlexibilityMessagesController {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** An offer that is known already stays as it is. */
  @OnMessage('settlement', 'flexibility.provided')
  async provided(
    @Payload() { offers }: FlexibilityProvided,
    @Ctx() { transaction }: MessageContext,
  ): Promise<void> {
    const knownAt = this.clock.now();
    const rows = offers.map(({ deviceId = null, startShiftIntervals = null, ...offer }) => {
      return { ...offer, deviceId, startShiftIntervals, knownAt };
    });
    await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(ProvidedFlexibility)
      .values(rows)
      .orIgnore()
      .execute();
  }
}
