import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { SchedulesReplanned } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { commitMoves, lockCommitments } from './committed.js';

/** Hears what sellers do instead of the schedule with which they traded. */
@Controller()
export class ReplannedMessages {
  @OnMessage('fmar', 'schedules.replanned')
  async replanned(
    @Payload() { orders }: SchedulesReplanned,
    @Ctx() { transaction }: MessageContext,
  ): Promise<void> {
    await lockCommitments(transaction);
    const moves = orders.flatMap(({ orderId, changes }) =>
      changes.map((change) => ({ sellOrderId: orderId, ...change })),
    );
    await commitMoves(transaction, moves);
  }
}
