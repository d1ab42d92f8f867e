import { Controller, Inject, Logger } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { FlexOffersOffered, FlexOffersWithdrawn } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { Intake } from './intake.js';
import { inWords } from './intake-outcome.js';
import { Withdrawal } from './withdrawal.js';

@Controller()
export class IntakeMessages {
  private readonly logger = new Logger('Intake');

  constructor(
    @Inject(Intake) private readonly intake: Intake,
    @Inject(Withdrawal) private readonly withdrawal: Withdrawal,
  ) {}

  /** The FOA is told of every offer that is taken; the others are its mistake, for its operator to see. */
  @OnMessage('fman', 'flexoffers.offered')
  async offered(
    @Payload() { offers, traces }: FlexOffersOffered,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const outcomes = await this.intake.take(
      context.transaction,
      offers.map((offer, index) => ({ offer, trace: traces[index] ?? context.trace })),
    );
    for (const outcome of outcomes) {
      if (outcome.kind === 'conflict')
        this.logger.warn(
          { flexOfferId: outcome.id },
          'the FOA sent a known FlexOffer id with another content',
        );
      if (outcome.kind === 'refused')
        this.logger.warn({ reason: inWords(outcome.faults) }, 'the FOA sent a FlexOffer that cannot be kept');
    }
  }

  @OnMessage('fman', 'flexoffers.withdrawn')
  async withdrawn(@Payload() { offers }: FlexOffersWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.withdrawal.cancel(context.transaction, offers);
  }
}
