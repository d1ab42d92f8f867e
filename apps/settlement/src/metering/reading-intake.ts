import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { meterRows } from '#observability';
import { Database } from '#persistence';
import { MeteringPoints } from '../metering-points/metering-points.js';
import type { MeterIndex } from './registers/meter-index.js';
import type { ItemBatches } from './intake-item.js';
import type { Reading } from './reading.js';
import { storeIndexes } from './registers/store-indexes.js';
import { lockReadings, storeReadings, type OutcomeCounts } from './store-readings.js';

/** What became of the rows of a request; every row is counted once. */
export interface IntakeCounts extends OutcomeCounts {
  /** Rows of registers that count something else than active energy. */
  ignored: number;
  refusedCount: number;
  /** The first of them. */
  readonly refused: { readonly line: number; readonly reason: string }[];
  /** Readings of quarter-hours that followed from registers; they are no rows. */
  readonly derived: OutcomeCounts;
}

/** What is stored together. */
interface Arrival {
  readonly readings: Reading[];
  readonly indexes: MeterIndex[];
}

const ROWS_A_COMMIT = 20_000;
const REFUSALS_SHOWN = 100;
const OUTCOMES = ['stored', 'unchanged', 'corrected'] as const;

/** Takes readings in, of whatever number, with memory for two commits' worth of them. */
@Injectable()
export class ReadingIntake {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
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
    const counts = noRows();
    const commits = new Commits((arrival) => this.store(arrival, counts));
    let waiting: Arrival = { readings: [], indexes: [] };
    for await (const items of batches)
      for (const item of items) {
        if ('reading' in item) waiting.readings.push(item.reading);
        else if ('index' in item) waiting.indexes.push(item.index);
        else if ('ignored' in item) counts.ignored += 1;
        else refuse(counts, item.line, item.refused);
        if (waiting.readings.length + waiting.indexes.length < ROWS_A_COMMIT) continue;
        await commits.next(waiting);
        waiting = { readings: [], indexes: [] };
      }
    await commits.next(waiting);
    await commits.done();
    counts.refused.sort((a, b) => a.line - b.line);
    return counts;
  }

  private async store({ readings, indexes }: Arrival, counts: IntakeCounts): Promise<void> {
    if (readings.length + indexes.length === 0) return;
    // Asked before: who waits for the lock holds a connection, and who has it must not wait for one.
    const most = await this.meteringPoints.mostWhPerHour(indexes.map(({ meterId }) => meterId));
    const outcomes = await this.database.transaction(async (transaction) => {
      await lockReadings(transaction);
      const knownAt = this.clock.now();
      const ofReadings = await storeReadings(transaction, readings, knownAt);
      const ofIndexes = await storeIndexes(transaction, indexes, knownAt, most);
      const derived = await storeReadings(transaction, ofIndexes.readings, knownAt);
      return { rows: [ofReadings, ofIndexes.counts], derived };
    });
    for (const rows of outcomes.rows) {
      add(counts, rows);
      for (const outcome of OUTCOMES) meterRows.inc({ outcome }, rows[outcome]);
    }
    add(counts.derived, outcomes.derived);
  }
}

function noRows(): IntakeCounts {
  const none = { stored: 0, unchanged: 0, corrected: 0 };
  return { ...none, ignored: 0, refusedCount: 0, refused: [], derived: { ...none } };
}

function add(counts: OutcomeCounts, more: OutcomeCounts): void {
  for (const outcome of OUTCOMES) counts[outcome] += more[outcome];
}

/** One commit under way at a time; a failure shows when the next one is due. */
class Commits {
  private underWay: Promise<readonly PromiseSettledResult<void>[]> = Promise.resolve([]);

  constructor(private readonly store: (arrival: Arrival) => Promise<void>) {}

  async next(arrival: Arrival): Promise<void> {
    await this.done();
    this.underWay = Promise.allSettled([this.store(arrival)]);
  }

  async done(): Promise<void> {
    for (const outcome of await this.underWay) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function refuse(counts: IntakeCounts, line: number, reason: string): void {
  counts.refusedCount += 1;
  meterRows.inc({ outcome: 'refused' });
  if (counts.refused.length < REFUSALS_SHOWN) counts.refused.push({ line, reason });
}
