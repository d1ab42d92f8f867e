import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { contentHash } from '#identifiers';
import type { BuyOrdersSubmitted, SellOrdersSubmitted, SellOrdersWithdrawn } from '#messages';
import { MessageContext, OnMessage } from '#messaging';
import { OrderAnswers } from './order-answers.js';
import { OrderIntake, type SubmissionOutcome } from './order-intake.js';
import { OrderWithdrawal } from './order-withdrawal.js';

/** Orders from the FMAN and the DOMS adapter. */
@Controller()
export class OrderMessages {
  constructor(
    @Inject(OrderIntake) private readonly intake: OrderIntake,
    @Inject(OrderWithdrawal) private readonly withdrawal: OrderWithdrawal,
    @Inject(OrderAnswers) private readonly answers: OrderAnswers,
  ) {}

  @OnMessage('fmar', 'sell-orders.submitted')
  async sold(@Payload() message: SellOrdersSubmitted, @Ctx() context: MessageContext): Promise<void> {
    const { transaction, trace } = context;
    const submissions = message.orders.map(({ sellerId, ...order }) => ({
      ...order,
      side: 'sell' as const,
      participantId: sellerId,
      contentHash: contentHash([sellerId, order]),
    }));
    const outcomes = await this.intake.submit(transaction, submissions, 'message', trace);
    const refusals = outcomes.filter(isRefusal).map(({ order: { orderId }, reason }) => ({
      origin: 'message' as const,
      trace,
      order: { orderId, result: 'refused' as const, reason: reason ?? CONFLICT },
    }));
    await this.answers.sellOrdersClosed(transaction, refusals);
  }

  @OnMessage('fmar', 'sell-orders.withdrawn')
  async withdrawn(@Payload() message: SellOrdersWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.withdrawal.withdrawSellOrders(context.transaction, message.orders);
  }

  @OnMessage('fmar', 'buy-orders.submitted')
  async asked(@Payload() message: BuyOrdersSubmitted, @Ctx() context: MessageContext): Promise<void> {
    const { transaction, trace } = context;
    const submissions = message.orders.map(({ buyerId, ...order }) => ({
      ...order,
      side: 'buy' as const,
      participantId: buyerId,
      contentHash: contentHash([buyerId, order]),
    }));
    const outcomes = await this.intake.submit(transaction, submissions, 'message', trace);
    const refusals = outcomes.flatMap(({ order, result, reason }) => {
      if (order.side !== 'buy' || (result !== 'refused' && result !== 'conflict')) return [];
      const accepted = order.intervals.map(({ interval }) => ({ interval, changeWh: 0, price: 0 }));
      const answer = { orderId: order.orderId, final: true, accepted, reason: reason ?? CONFLICT };
      return [{ origin: 'message' as const, trace, order: answer }];
    });
    await this.answers.buyOrdersAnswered(transaction, refusals);
  }
}

const CONFLICT = 'an order with this id and another content was there before';

const isRefusal = ({ result }: SubmissionOutcome): boolean => result === 'refused' || result === 'conflict';
