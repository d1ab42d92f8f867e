import type { Instant } from '#flexoffer';
import { INTERVALS_A_BLOCK, MeterDay } from '#meter-data';
import type { Transaction } from '#persistence';
import { entry } from './by-key.js';
import { addMeteredDirections } from './blocks/metered-directions.js';
import type { Reading } from './reading.js';
import { addBlocks, overlappingBlocks, type MeterRange } from './blocks/stored-blocks.js';

/** How many readings had which outcome. */
export interface OutcomeCounts {
  stored: number;
  unchanged: number;
  corrected: number;
}

/** A key for pg_advisory_xact_lock. */
const READING_LOCK = 7_245_982;

/** Senders take turns, so that each compares with what the one before it has stored; until the end of the transaction. */
export async function lockReadings(transaction: Transaction): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [READING_LOCK]);
}

/** Stores readings in the order in which they come, in a transaction that holds the lock. Nothing is ever overwritten. */
export async function storeReadings(
  transaction: Transaction,
  readings: readonly Reading[],
  knownAt: Instant,
): Promise<OutcomeCounts> {
  const counts = { stored: 0, unchanged: 0, corrected: 0 };
  const days = meterDays(readings);
  const known = await overlappingBlocks(transaction, days.map(rangeOf), knownAt);
  const added = days.flatMap(({ meterId, day, readings: ofDay }, index) => {
    const meterDay = new MeterDay(day, known[index] ?? [], knownAt);
    for (const reading of ofDay) counts[meterDay.take(reading)] += 1;
    return meterDay.newBlocks().map((block) => ({ meterId, block }));
  });
  if (added.length > 0) {
    await addBlocks(transaction, added);
    await addMeteredDirections(transaction, added, knownAt);
  }
  return counts;
}

interface DayReadings {
  readonly meterId: string;
  /** UTC day, interval / 96. */
  readonly day: number;
  readonly readings: Reading[];
}

/** Readings by meter and UTC day, in their order. */
function meterDays(readings: readonly Reading[]): DayReadings[] {
  const byMeter = new Map<string, Map<number, DayReadings>>();
  let last: DayReadings | undefined;
  for (const reading of readings) {
    const { meterId } = reading;
    const day = Math.floor(reading.interval / INTERVALS_A_BLOCK);
    if (last?.day !== day || last.meterId !== meterId) {
      const days = entry(byMeter, meterId, () => new Map<number, DayReadings>());
      last = entry(days, day, () => ({ meterId, day, readings: [] }));
    }
    last.readings.push(reading);
  }
  return [...byMeter.values()].flatMap((days) => [...days.values()]);
}

function rangeOf({ meterId, readings }: DayReadings): MeterRange {
  let [from, to] = [Infinity, 0];
  for (const { interval } of readings) {
    from = Math.min(from, interval);
    to = Math.max(to, interval + 1);
  }
  return { meterId, from, to };
}
