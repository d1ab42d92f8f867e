import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import { DueWork, type DueWorkItem } from '#due-work';
import type { Transaction } from '#persistence';
import { incompleteTrades } from '../deliveries/known-deliveries.js';
import { ReportWriter } from '../reports/report-writer.js';
import { listParticipants, nextParticipants } from './run-participants.js';
import { Run } from './run.entity.js';
import { SETTLE } from './runs.js';

/**
 * So many that one query for all is much less than one for each, and so few that nobody who asks the platform something
 * waits long for their reports to be written.
 */
const PARTICIPANTS_A_STEP = 16;

/**
 * Makes the reports of runs, in steps of some participants. A step and the plan of the next one commit together,
 * so a run that is interrupted goes on where it was.
 */
@Injectable()
export class RunWork implements OnModuleInit {
  constructor(
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReportWriter) private readonly writer: ReportWriter,
  ) {}

  onModuleInit(): void {
    this.dueWork.handle('settlement', SETTLE, (transaction, item) => this.step(transaction, item));
  }

  private async step(transaction: Transaction, { key: runId, dueAt }: DueWorkItem): Promise<void> {
    const run = await transaction.manager.findOneByOrFail(Run, { runId });
    const participants = run.participants ?? (await listParticipants(transaction, run));
    const next = await nextParticipants(transaction, run, PARTICIPANTS_A_STEP);
    const reports = run.reports + (await this.writer.write(transaction, run, next));
    const settledParticipants = run.settledParticipants + next.length;
    const more = settledParticipants < participants;
    const progress = { participants, settledParticipants, reports };
    await transaction.manager.update(Run, { runId }, { ...progress, ...(more ? RUNNING : {}) });
    if (more) await this.dueWork.plan(transaction, 'settlement', SETTLE, runId, dueAt);
    else await this.complete(transaction, run);
  }

  private async complete(transaction: Transaction, run: Run): Promise<void> {
    await transaction.manager.update(
      Run,
      { runId: run.runId },
      {
        state: 'completed',
        completedAt: this.clock.now(),
        incompleteTrades: await incompleteTrades(transaction, run),
      },
    );
  }
}

const RUNNING = { state: 'running' } as const;
