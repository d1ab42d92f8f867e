import { Controller, Inject, Logger } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { BuyOrdersAnswered } from '#messages';
import { MessageContext, OnMessage } from '#messaging';
import type { Transaction } from '#persistence';
import { checkRequest } from '../requests/check-request.js';
import { wattHoursOf } from '../requests/read-request.js';
import { RequestRow } from '../requests/request.entity.js';
import { Feedback } from './feedback.js';
import { acceptedBy, resultOf } from './request-result.js';

/** What the market bought. */
@Controller()
export class FeedbackMessages {
  private readonly logger = new Logger('Feedback');

  constructor(@Inject(Feedback) private readonly feedback: Feedback) {}

  @OnMessage('doms_adapter', 'buy-orders.answered')
  async answered(@Payload() message: BuyOrdersAnswered, @Ctx() context: MessageContext): Promise<void> {
    for (const order of message.orders) await this.record(context.transaction, order, context.sentAt);
  }

  private async record(
    transaction: Transaction,
    order: BuyOrdersAnswered['orders'][number],
    answeredAt: number,
  ): Promise<void> {
    const { orderId, final, reason } = order;
    const row = await transaction.manager.findOneBy(RequestRow, { orderId });
    const request = row ? checkRequest(row.body, 'doms') : undefined;
    if (!row || row.startInterval === null || !request?.ok) {
      this.logger.warn({ orderId }, 'an answer about an order that no request became');
      return;
    }
    const asked = request.value.scheduleChange.map(wattHoursOf);
    const accepted = acceptedBy(order, row.startInterval, asked.length);
    const result = resultOf(asked, accepted, final);
    await transaction.manager.update(
      RequestRow,
      { orderId },
      {
        state: final ? 'answered' : 'open',
        result,
        accepted,
        reason: reason ?? null,
        answeredAt,
        attempts: 0,
        deliveredAt: null,
        deliveryError: null,
      },
    );
    if (row.source === 'doms' && result !== null) await this.feedback.plan(transaction, orderId);
  }
}
