import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import { DueWork, type DueWorkItem } from '#due-work';
import type { Transaction } from '#persistence';
import { incompleteTrades } from '../deliveries/known-deliveries.js';
import { ReportWriter } from '../reports/report-writer.js';
import { participantsToSettle } from '../rewards/participants-to-settle.js';
import { Run } from './run.entity.js';
import { SETTLE } from './runs.js';

const PARTICIPANTS_A_STEP = 20;

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
    const participants = await participantsToSettle(transaction, run, {
      participantId: run.scopeParticipantId,
      after: run.settledThrough,
      limit: PARTICIPANTS_A_STEP,
    });
    let reports = run.reports;
    for (const participantId of participants)
      reports += await this.writer.write(transaction, run, participantId);
    const more = participants.length === PARTICIPANTS_A_STEP;
    const settledThrough = participants.at(-1) ?? run.settledThrough;
    await transaction.manager.update(Run, { runId }, { reports, settledThrough, ...(more ? RUNNING : {}) });
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
