import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { Database } from '#persistence';
import type { ItemBatches } from './intake-item.js';
import type { Reading } from './reading.js';
import { storeReadings } from './store-readings.js';

/** What became of the rows of a request; every row is counted once. */
export interface IntakeCounts {
  stored: number;
  unchanged: number;
  corrected: number;
  refusedCount: number;
  /** The first of them. */
  readonly refused: { readonly line: number; readonly reason: string }[];
}

const ROWS_A_COMMIT = 20_000;
const REFUSALS_SHOWN = 100;

/** Takes readings in, of whatever number, with memory for two commits' worth of them. */
@Injectable()
export class ReadingIntake {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Each commit is stored while the next one's rows are read:
   * ```
   * read    |--1--|--2--|--3--|
   * store         |--1--|--2--|--3--|
   * ```
   * A stream that breaks off leaves the commits before it; sent again, they are unchanged.
   */
  async take(batches: ItemBatches): Promise<IntakeCounts> {
    const counts: IntakeCounts = { stored: 0, unchanged: 0, corrected: 0, refusedCount: 0, refused: [] };
    const commits = new Commits((readings) => this.store(readings, counts));
    let waiting: Reading[] = [];
    for await (const items of batches)
      for (const item of items) {
        if ('refused' in item) {
          refuse(counts, item.line, item.refused);
          continue;
        }
        waiting.push(item.reading);
        if (waiting.length < ROWS_A_COMMIT) continue;
        await commits.next(waiting);
        waiting = [];
      }
    await commits.next(waiting);
    await commits.done();
    counts.refused.sort((a, b) => a.line - b.line);
    return counts;
  }

  private async store(readings: readonly Reading[], counts: IntakeCounts): Promise<void> {
    if (readings.length === 0) return;
    const outcomes = await this.database.transaction((transaction) =>
      storeReadings(transaction, readings, () => this.clock.now()),
    );
    counts.stored += outcomes.stored;
    counts.corrected += outcomes.corrected;
    counts.unchanged += outcomes.unchanged;
  }
}

/** One commit under way at a time; a failure shows when the next one is due. */
class Commits {
  private underWay: Promise<readonly PromiseSettledResult<void>[]> = Promise.resolve([]);

  constructor(private readonly store: (readings: readonly Reading[]) => Promise<void>) {}

  async next(readings: readonly Reading[]): Promise<void> {
    await this.done();
    this.underWay = Promise.allSettled([this.store(readings)]);
  }

  async done(): Promise<void> {
    for (const outcome of await this.underWay) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function refuse(counts: IntakeCounts, line: number, reason: string): void {
  counts.refusedCount += 1;
  if (counts.refused.length < REFUSALS_SHOWN) counts.refused.push({ line, reason });
}
