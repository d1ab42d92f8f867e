import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import { DueWork } from '#due-work';
import type { Transaction } from '#persistence';
import { DomsClient } from '../doms/doms-client.js';
import { acceptedView } from '../requests/request-view.js';
import { RequestRow } from '../requests/request.entity.js';
import { nextAttempt } from './retry-delay.js';

const KIND = 'answer DOMS';

/** Tells the DOMS what became of its requests, and goes on trying for a day when it does not listen. */
@Injectable()
export class Feedback implements OnModuleInit {
  private readonly logger = new Logger('Feedback');

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(DomsClient) private readonly doms: DomsClient,
  ) {}

  onModuleInit(): void {
    this.dueWork.handle('doms_adapter', KIND, (transaction, { key }) => this.answer(transaction, key));
  }

  /** Plans to tell the DOMS, at once, what is known about the request that became `orderId`. */
  async plan(transaction: Transaction, orderId: string): Promise<void> {
    if (this.doms.exists)
      await this.dueWork.plan(transaction, 'doms_adapter', KIND, orderId, this.clock.now());
  }

  private async answer(transaction: Transaction, orderId: string): Promise<void> {
    const row = await transaction.manager.findOneBy(RequestRow, { orderId });
    if (!row) throw new Error(`there is no request behind order ${orderId}`);
    const answer = await this.doms.post('/responses', {
      requestId: row.requestId,
      result: row.result,
      ...acceptedView(row),
      ...(row.reason === null ? {} : { reason: row.reason }),
    });
    if (answer.ok) {
      const delivered = { deliveredAt: this.clock.now(), deliveryError: null };
      await transaction.manager.update(RequestRow, { orderId }, delivered);
    } else await this.tryAgain(transaction, row, answer.reason, answer.retry);
  }

  private async tryAgain(
    transaction: Transaction,
    { orderId, requestId, answeredAt, receivedAt, ...row }: RequestRow,
    reason: string,
    retry: boolean,
  ): Promise<void> {
    const attempts = row.attempts + 1;
    const next = retry ? nextAttempt(attempts, this.clock.now(), answeredAt ?? receivedAt) : undefined;
    await transaction.manager.update(RequestRow, { orderId }, { attempts, deliveryError: reason });
    this.logger.warn(
      { requestId, reason, attempts },
      next === undefined
        ? 'giving up on a response to the DOMS'
        : 'the DOMS did not take a response; trying again',
    );
    if (next !== undefined) await this.dueWork.plan(transaction, 'doms_adapter', KIND, orderId, next);
  }
}
