import { type Clock } from '#clock';
import type { Instant } from '#flexoffer';
import type { ServiceName } from '#messages';
import type { Database, Transaction } from '#persistence';
import { Logger } from '@nestjs/common';

/** What is due: `kind` says who does it, `key` distinguishes items of a kind. */
export interface DueWorkItem {
  readonly key: string;
  readonly dueAt: Instant;
}

export type DueWorkHandler = (transaction: Transaction, item: DueWorkItem) => Promise<void>;

interface Row {
  readonly kind: string;
  readonly key: string;
  readonly due_at: Date;
}

const ATTEMPTS = 5;

/**
 * Everything that must happen at a market time. An item is done and removed in one transaction; items of a
 * service are done one after the other, by due time, then kind, then key.
 */
export class DueWork {
  private readonly logger = new Logger('DueWork');
  private readonly handlers = new Map<string, DueWorkHandler>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Names who does the items of `kind`. Called once, while the service starts. */
  handle(service: ServiceName, kind: string, handler: DueWorkHandler): void {
    this.handlers.set(`${service} ${kind}`, handler);
  }

  /** Plans an item, or moves it to another time. */
  async plan(
    transaction: Transaction,
    service: ServiceName,
    kind: string,
    key: string,
    dueAt: Instant,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO due_work.item (service, kind, key, due_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (service, kind, key) DO UPDATE SET due_at = excluded.due_at, attempts = 0, failed_at = NULL`,
      [service, kind, key, new Date(dueAt)],
    );
  }

  /**
   * Plans the first of a chain of items (each plans its successor), unless the chain is alive already. A chain
   * that was put aside because an item failed too often lives again.
   */
  async planIfAbsent(service: ServiceName, kind: string, key: string, dueAt: Instant): Promise<void> {
    await this.database.query(
      `INSERT INTO due_work.item (service, kind, key, due_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (service, kind, key) DO UPDATE SET due_at = excluded.due_at, attempts = 0, failed_at = NULL
       WHERE item.failed_at IS NOT NULL`,
      [service, kind, key, new Date(dueAt)],
    );
  }

  /** The next market time at which anything is due, and the services concerned. */
  async next(): Promise<{ dueAt: Instant; services: readonly ServiceName[] } | undefined> {
    const [row] = await this.database.query<{ due_at: Date; services: ServiceName[] }>(
      `SELECT due_at, array_agg(DISTINCT service ORDER BY service) AS services FROM due_work.item
       WHERE failed_at IS NULL AND due_at = (SELECT min(due_at) FROM due_work.item WHERE failed_at IS NULL)
       GROUP BY due_at`,
    );
    return row ? { dueAt: row.due_at.getTime(), services: row.services } : undefined;
  }

  /** Does everything of `service` that is due now. */
  async doDue(service: ServiceName): Promise<void> {
    let found = true;
    while (found) found = await this.doFirst(service);
  }

  private async doFirst(service: ServiceName): Promise<boolean> {
    let taken: Row | undefined;
    try {
      await this.database.transaction(async (transaction) => {
        [taken] = await transaction.query<Row>(
          `DELETE FROM due_work.item WHERE (service, kind, key) = (
             SELECT service, kind, key FROM due_work.item
             WHERE service = $1 AND due_at <= $2 AND failed_at IS NULL
             ORDER BY due_at, kind, key LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING kind, key, due_at`,
          [service, new Date(this.clock.now())],
        );
        if (!taken) return;
        const handler = this.handlers.get(`${service} ${taken.kind}`);
        if (!handler) throw new Error(`${service} does not know how to do ${taken.kind}`);
        await handler(transaction, { key: taken.key, dueAt: taken.due_at.getTime() });
      });
    } catch (error) {
      if (!taken) throw error;
      await this.recordFailure(service, taken, error);
    }
    return taken !== undefined;
  }

  private async recordFailure(service: ServiceName, { kind, key }: Row, error: unknown): Promise<void> {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error({ service, kind, key, error: text });
    await this.database.query(
      `UPDATE due_work.item SET attempts = attempts + 1, error = $4,
         failed_at = CASE WHEN attempts + 1 >= $5 THEN now() END
       WHERE service = $1 AND kind = $2 AND key = $3`,
      [service, kind, key, text, ATTEMPTS],
    );
  }
}
