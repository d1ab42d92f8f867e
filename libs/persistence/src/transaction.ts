import type { EntityManager } from 'typeorm';

/**
 * One database transaction, handed on explicitly to everything that must happen together. What it writes is
 * visible and durable only after `Database.transaction` has resolved.
 */
export class Transaction {
  private readonly afterCommitActions: (() => void)[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Runs SQL with `$1`-style parameters and returns the rows (of a SELECT or a RETURNING clause). */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, [...parameters]));
  }

  /** Runs `action` once the transaction is durable; never if it rolls back. For wake-ups, not for truth. */
  afterCommit(action: () => void): void {
    this.afterCommitActions.push(action);
  }

  /** For `Database` alone. */
  committed(): void {
    for (const action of this.afterCommitActions) action();
  }
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]`, everything else with the rows. */
export function rowsOf<Row>(answer: unknown): Row[] {
  const rows: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
  return rows as Row[];
}
