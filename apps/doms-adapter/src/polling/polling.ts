import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { DueWork } from '#due-work';
import type { Instant } from '#flexoffer';
import { contentHash } from '#identifiers';
import { newTrace } from '#observability';
import type { Transaction } from '#persistence';
import { DomsClient } from '../doms/doms-client.js';
import { Feedback } from '../feedback/feedback.js';
import { RequestIntake } from '../requests/request-intake.js';
import { nextPollAfter } from './poll-time.js';
import { StateVariables } from './state-variables.entity.js';

const KIND = 'poll DOMS';

/** Asks the DOMS again and again what it wants. A DOMS that does not answer is asked again at the next poll. */
@Injectable()
export class Polling implements OnModuleInit {
  private readonly logger = new Logger('Polling');

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(DomsClient) private readonly doms: DomsClient,
    @Inject(RequestIntake) private readonly intake: RequestIntake,
    @Inject(Feedback) private readonly feedback: Feedback,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onModuleInit(): Promise<void> {
    this.dueWork.handle('doms_adapter', KIND, (transaction) => this.poll(transaction));
    if (this.doms.exists)
      await this.dueWork.planIfAbsent('doms_adapter', KIND, '', this.nextPoll(this.clock.now()));
  }

  /** Without a DOMS (it was taken out of the settings) the chain of polls ends here. */
  private async poll(transaction: Transaction): Promise<void> {
    if (!this.doms.exists) return;
    await this.takeRequests(transaction);
    await this.takeState(transaction);
    await this.dueWork.plan(transaction, 'doms_adapter', KIND, '', this.nextPoll(this.clock.now()));
  }

  private async takeRequests(transaction: Transaction): Promise<void> {
    const answer = await this.doms.get('/flexibility-requests');
    if (!answer.ok)
      return this.warn(answer.reason, 'the DOMS does not tell its requests; asking again later');
    if (!Array.isArray(answer.body)) return this.warn('not a list', 'the DOMS tells no list of requests');
    const items: readonly unknown[] = answer.body;
    const { participantId } = this.configuration.doms;
    const submission = { participantId, source: 'doms' as const, items, trace: newTrace() };
    for (const outcome of await this.intake.take(transaction, submission)) {
      const { requestId, result, faults, orderId } = outcome;
      if (result === 'refused' || result === 'conflict')
        this.logger.warn({ requestId, result, faults }, 'a request of the DOMS is not taken');
      if (result === 'refused' && orderId !== undefined) await this.feedback.plan(transaction, orderId);
    }
  }

  private async takeState(transaction: Transaction): Promise<void> {
    const answer = await this.doms.get('/state-variables');
    if (!answer.ok) return this.warn(answer.reason, 'the DOMS does not tell the state of its grid');
    const { body } = answer;
    if (typeof body !== 'object' || body === null)
      return this.warn('neither object nor list', 'the DOMS tells no state');
    const { participantId } = this.configuration.doms;
    const hash = contentHash(canonicalize(body));
    const [latest] = await transaction.manager.find(StateVariables, {
      where: { participantId },
      order: { receivedAt: 'DESC' },
      take: 1,
    });
    if (latest?.contentHash === hash) return;
    const receivedAt = new Date(this.clock.now());
    await transaction.manager.insert(StateVariables, { participantId, receivedAt, contentHash: hash, body });
  }

  private nextPoll(now: Instant): Instant {
    const { pollSeconds, pollOffsetSeconds } = this.configuration.doms;
    return nextPollAfter(now, pollSeconds, pollOffsetSeconds);
  }

  private warn(reason: string, message: string): void {
    this.logger.warn({ reason }, message);
  }
}
