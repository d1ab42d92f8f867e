import { Controller, Inject, Logger } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Any } from 'typeorm';
import type { Instant } from '#flexoffer';
import type { BuyOrdersAnswered } from '#messages';
import { MessageContext, OnMessage } from '#messaging';
import type { Transaction } from '#persistence';
import { checkRequest } from '../requests/check-request.js';
import { wattHoursOf } from '../requests/read-request.js';
import { RequestRow, type Accepted, type RequestResult } from '../requests/request.entity.js';
import { Feedback } from './feedback.js';
import { acceptedBy, resultOf } from './request-result.js';

type AnsweredOrder = BuyOrdersAnswered['orders'][number];

/** What the market bought. */
@Controller()
export class FeedbackMessages {
  private readonly logger = new Logger('Feedback');

  constructor(@Inject(Feedback) private readonly feedback: Feedback) {}

  @OnMessage('doms_adapter', 'buy-orders.answered')
  async answered(
    @Payload() { orders }: BuyOrdersAnswered,
    @Ctx() { transaction, sentAt }: MessageContext,
  ): Promise<void> {
    const rows = await transaction.manager.findBy(RequestRow, {
      orderId: Any(orders.map(({ orderId }) => orderId)),
    });
    const byOrder = new Map(rows.map((row) => [row.orderId, row]));
    const answers = orders.flatMap((order): RequestAnswer[] => {
      const row = byOrder.get(order.orderId);
      const answer = row ? answerOf(order, row) : undefined;
      if (!answer)
        this.logger.warn({ orderId: order.orderId }, 'an answer about an order that no request became');
      return answer ? [answer] : [];
    });
    await keepAnswers(transaction, answers, sentAt);
    for (const { orderId, result } of answers)
      if (byOrder.get(orderId)?.source === 'doms' && result !== null)
        await this.feedback.plan(transaction, orderId);
  }
}

interface RequestAnswer {
  readonly orderId: string;
  readonly state: RequestRow['state'];
  readonly result: RequestResult | null;
  readonly accepted: Accepted;
  readonly reason: string | null;
}

/** Undefined for a request that could not be understood, and so became no order. */
function answerOf(order: AnsweredOrder, { body, startInterval }: RequestRow): RequestAnswer | undefined {
  const request = checkRequest(body, 'doms');
  if (startInterval === null || !request.ok) return undefined;
  const { orderId, final, reason = null } = order;
  const asked = request.value.scheduleChange.map(wattHoursOf);
  const accepted = acceptedBy(order, startInterval, asked.length);
  const result = resultOf(asked, accepted, final);
  return { orderId, state: final ? 'answered' : 'open', result, accepted, reason };
}

/** In one statement: a gate answers hundreds of requests at once. */
async function keepAnswers(
  transaction: Transaction,
  answers: readonly RequestAnswer[],
  answeredAt: Instant,
): Promise<void> {
  await transaction.query(
    `UPDATE doms_adapter.request SET state = answer.state, result = answer.result, accepted = answer.accepted,
       reason = answer.reason, answered_at = $2, attempts = 0, delivered_at = NULL, delivery_error = NULL
     FROM json_to_recordset($1::json) AS answer ("orderId" text, state text, result text, accepted jsonb, reason text)
     WHERE request.order_id = answer."orderId"`,
    [JSON.stringify(answers), new Date(answeredAt)],
  );
}
