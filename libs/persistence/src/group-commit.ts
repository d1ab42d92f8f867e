import type { Database } from './database.js';
import type { Transaction } from './transaction.js';

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets concurrent requests share one commit: what arrives while a commit is under way goes into the next one.
 * Nobody is answered before the commit that carries its item is durable.
 *
 * ```
 * a ─┐ commit 1 ──────┐
 * b ──┤ (waits)       ├ commit 2: b, c, d
 * c ───┤              │
 * d ────┘             │
 * ```
 */
export class GroupCommit<Item, Outcome> {
  private waiting: Waiting<Item, Outcome>[] = [];
  private running = false;

  /**
   * @param write stores all items in the transaction and returns one outcome per item, in order
   * @param limit items per commit at most
   */
  constructor(
    private readonly database: Database,
    private readonly write: (transaction: Transaction, items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly limit = 500,
  ) {}

  submit(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    await Promise.resolve();
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, this.limit));
    this.running = false;
  }

  private async commit(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.database.transaction((transaction) =>
        this.write(
          transaction,
          group.map((waiting) => waiting.item),
        ),
      );
      group.forEach((waiting, index) => waiting.resolve(outcomes[index] as Outcome));
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  }
}
