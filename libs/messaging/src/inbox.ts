import { pause } from '#clock';
import type { Instant } from '#flexoffer';
import type { ServiceName } from '#messages';
import { messagesHandled, runInTrace } from '#observability';
import type { Database, Transaction } from '#persistence';
import { Logger } from '@nestjs/common';

/** A message as its handler sees it. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly sentAt: Instant;
  readonly trace: string;
  readonly payload: unknown;
}

interface WaitingRow {
  readonly seq: string;
  readonly topic: string;
  readonly trace: string;
  readonly sent_at: Date;
  readonly payload: unknown;
  readonly attempts: number;
}

const ATTEMPTS = 5;
const FIRST_RETRY_MILLISECONDS = 50;
const BATCH = 100;

/** Where messages arrive: each is handled and marked in one transaction, in the order in which they were sent. */
export class Inbox {
  private readonly logger = new Logger('Inbox');

  constructor(
    private readonly database: Database,
    private readonly service: ServiceName,
    private readonly handle: (message: ReceivedMessage, transaction: Transaction) => Promise<void>,
  ) {}

  /** Handles everything that waits. */
  async drain(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waiting = await this.database.query<{ seq: string }>(
        `SELECT seq FROM messaging.message
         WHERE destination = $1 AND consumed_at IS NULL AND failed_at IS NULL ORDER BY seq LIMIT $2`,
        [this.service, BATCH],
      );
      if (waiting.length === 0) return;
      for (const { seq } of waiting) await this.handleUntilDone(seq, signal);
    }
  }

  private async handleUntilDone(seq: string, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
      try {
        await this.handleOnce(seq);
        return;
      } catch (error) {
        await this.recordFailure(seq, error);
        if (attempt < ATTEMPTS) await pause(FIRST_RETRY_MILLISECONDS * 4 ** (attempt - 1), signal);
      }
    }
  }

  /** A message that another instance is handling is skipped: it is in good hands. */
  private async handleOnce(seq: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const [row] = await transaction.query<WaitingRow>(
        `UPDATE messaging.message SET consumed_at = now() WHERE seq = (
           SELECT seq FROM messaging.message
           WHERE seq = $1 AND consumed_at IS NULL AND failed_at IS NULL FOR UPDATE SKIP LOCKED)
         RETURNING seq, topic, trace, sent_at, payload, attempts`,
        [seq],
      );
      if (!row) return;
      const { topic, trace, payload } = row;
      await runInTrace(trace, () =>
        this.handle({ topic, trace, payload, sentAt: row.sent_at.getTime() }, transaction),
      );
      messagesHandled.inc({ service: this.service, topic, outcome: 'handled' });
    });
  }

  private async recordFailure(seq: string, error: unknown): Promise<void> {
    const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
    const [row] = await this.database.query<{ topic: string; failed: boolean }>(
      `UPDATE messaging.message SET attempts = attempts + 1, error = $2,
         failed_at = CASE WHEN attempts + 1 >= $3 THEN now() END
       WHERE seq = $1 RETURNING topic, failed_at IS NOT NULL AS failed`,
      [seq, text, ATTEMPTS],
    );
    const outcome = row?.failed ? 'failed' : 'retried';
    messagesHandled.inc({ service: this.service, topic: row?.topic ?? 'unknown', outcome });
    this.logger.error({ seq, topic: row?.topic, outcome, error: text });
  }
}
