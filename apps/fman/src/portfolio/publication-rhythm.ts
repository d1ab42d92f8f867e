import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { DueWork } from '#due-work';
import type { Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import { Publication } from './publication.js';
import { nextPublication } from './publication-times.js';

const KIND = 'publish portfolio';

/** Publishes before every gate; each publication plans the next. */
@Injectable()
export class PublicationRhythm implements OnModuleInit {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Publication) private readonly publication: Publication,
  ) {}

  async onModuleInit(): Promise<void> {
    this.dueWork.handle('fman', KIND, (transaction, { dueAt }) => this.publish(transaction, dueAt));
    await this.dueWork.planIfAbsent('fman', KIND, '', this.after(this.clock.now()));
  }

  /** After a standstill one publication serves for all that were missed: their gates are over. */
  private async publish(transaction: Transaction, dueAt: Instant): Promise<void> {
    await this.publication.publish(transaction);
    const next = this.after(Math.max(dueAt, this.clock.now()));
    await this.dueWork.plan(transaction, 'fman', KIND, '', next);
  }

  private after(instant: Instant): Instant {
    return nextPublication(instant, this.configuration.market);
  }
}
