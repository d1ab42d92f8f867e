import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { DueWork } from '#due-work';
import type { Instant } from '#flexoffer';
import { derivedId } from '#identifiers';
import { Outbox } from '#messaging';
import { Database, type Transaction } from '#persistence';
import { conflict } from '#problem-details';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { LessThan } from 'typeorm';
import { Run } from './run.entity.js';

/** The kind of due work that makes a run's reports; its key is the run's id. */
export const SETTLE = 'settle';

/** A key for pg_advisory_xact_lock: runs are numbered one after the other. */
const RUN_LOCK = 7_245_984;

export interface RunRequest extends IntervalRange {
  readonly participantId: string | null;
  /** Null: now. */
  readonly knownAt: Instant | null;
  readonly requestedBy: string;
  readonly idempotencyKey: string | null;
}

/** A run, and whether it was given up after repeated errors. */
export interface RunStatus {
  readonly run: Run;
  readonly failed: boolean;
}

@Injectable()
export class Runs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Starts a run, or finds the one that this key has started; one that was given up goes on. @throws Problem 409 */
  create(request: RunRequest): Promise<Run> {
    return this.database.transaction(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1)', [RUN_LOCK]);
      const known = await sameKey(transaction, request);
      if (known) {
        const [status] = await this.withFailures([known]);
        if (status?.failed === true) await this.plan(transaction, known.runId);
        return known;
      }
      const run = await this.newRun(transaction, request);
      await transaction.manager.insert(Run, run);
      await this.plan(transaction, run.runId);
      return run;
    });
  }

  async get(runId: string): Promise<RunStatus | undefined> {
    const run = await this.database.dataSource.getRepository(Run).findOneBy({ runId });
    return run ? (await this.withFailures([run]))[0] : undefined;
  }

  /** Runs before number `before`, the latest first. */
  async list(before: number | undefined, limit: number): Promise<readonly RunStatus[]> {
    const runs = await this.database.dataSource.getRepository(Run).find({
      where: before === undefined ? {} : { number: LessThan(before) },
      order: { number: 'DESC' },
      take: limit,
    });
    return this.withFailures(runs);
  }

  /** Due at once, and told to ourselves so that it is done at once also where time stands still. */
  private async plan(transaction: Transaction, runId: string): Promise<void> {
    const now = this.clock.now();
    await this.dueWork.plan(transaction, 'settlement', SETTLE, runId, now);
    await this.outbox.announceTime(transaction, 'settlement', now);
  }

  private async newRun(transaction: Transaction, request: RunRequest): Promise<Run> {
    const { from, to, participantId, requestedBy, idempotencyKey } = request;
    const number = ((await transaction.manager.maximum(Run, 'number')) ?? 0) + 1;
    const now = this.clock.now();
    return {
      runId: derivedId('run', from, to, participantId ?? '', number),
      number,
      from,
      to,
      scopeParticipantId: participantId,
      requestedBy,
      idempotencyKey,
      state: 'queued',
      knownAt: request.knownAt ?? now,
      participants: null,
      settledParticipants: 0,
      reports: 0,
      incompleteTrades: 0,
      createdAt: now,
      completedAt: null,
    };
  }

  /** Due work that fails again and again is set aside; then its run does not end by itself. */
  private async withFailures(runs: readonly Run[]): Promise<readonly RunStatus[]> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT key FROM due_work.item
       WHERE service = 'settlement' AND kind = $1 AND key = ANY($2) AND failed_at IS NOT NULL`,
      [SETTLE, runs.map(({ runId }) => runId)],
    );
    const failed = new Set(rows.map(({ key }) => key));
    return runs.map((run) => ({ run, failed: failed.has(run.runId) }));
  }
}

async function sameKey({ manager }: Transaction, request: RunRequest): Promise<Run | undefined> {
  const { from, to, participantId, knownAt, requestedBy, idempotencyKey } = request;
  if (idempotencyKey === null) return undefined;
  const known = await manager.findOneBy(Run, { requestedBy, idempotencyKey });
  if (!known) return undefined;
  const sameScope = known.from === from && known.to === to && known.scopeParticipantId === participantId;
  if (sameScope && (knownAt === null || known.knownAt === knownAt)) return known;
  throw conflict('This Idempotency-Key has started a run of another period, scope or knowledge.');
}
