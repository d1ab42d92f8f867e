import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork } from '#due-work';
import { instantOf, type IntervalIndex, type Schedule } from '#flexoffer';
import type { Transaction } from '#persistence';
import { LifeCycle } from '../flexoffers/life-cycle.js';

const KIND = 'end of delivery';

/** Ends the life of assigned offers once the last interval of their schedules is over. */
@Injectable()
export class EndOfDelivery implements OnModuleInit {
  constructor(
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
  ) {}

  onModuleInit(): void {
    this.dueWork.handle('fman', KIND, (transaction, { key }) => this.end(transaction, Number(key)));
  }

  /** One item for each interval at whose start any of the schedules is over, however many they are. */
  async plan(transaction: Transaction, schedules: readonly Schedule[]): Promise<void> {
    const ends = new Set(schedules.map(({ start, energiesWh }) => start + energiesWh.length));
    for (const end of [...ends].sort((a, b) => a - b))
      await this.dueWork.plan(transaction, 'fman', KIND, String(end), instantOf(end));
  }

  private async end(transaction: Transaction, interval: IntervalIndex): Promise<void> {
    const over = await transaction.query<{ id: string }>(
      `SELECT id FROM fman.flexoffer WHERE state = 'assigned' AND last_end <= $1 ORDER BY id FOR UPDATE`,
      [interval],
    );
    await this.lifeCycle.move(
      transaction,
      over.map(({ id }) => ({ id, from: 'assigned', to: 'executed' })),
    );
  }
}
