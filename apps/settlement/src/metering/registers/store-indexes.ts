import type { Instant } from '#flexoffer';
import { LONGEST_EVEN_SPREAD_MS } from '#meter-data';
import type { Transaction } from '#persistence';
import { byKey } from '../by-key.js';
import { indexEnergies } from './index-energies.js';
import type { MostWhPerHour } from '../../metering-points/metering-points.js';
import { addIndexes, knownIndexes, type MeterTimes } from './known-indexes.js';
import type { MeterIndex } from './meter-index.js';
import { MeterRegisters } from './meter-registers.js';
import type { Reading } from '../reading.js';
import type { OutcomeCounts } from '../store-readings.js';

/** What became of registers' values, and the readings that follow from them. */
export interface StoredIndexes {
  readonly counts: OutcomeCounts;
  readonly readings: readonly Reading[];
}

/**
 * Stores values of registers in the order in which they come, in a transaction that holds the lock of the readings.
 *
 * @param most what the connection of each meter can carry
 */
export async function storeIndexes(
  transaction: Transaction,
  indexes: readonly MeterIndex[],
  knownAt: Instant,
  most: ReadonlyMap<string, MostWhPerHour>,
): Promise<StoredIndexes> {
  const counts = { stored: 0, unchanged: 0, corrected: 0 };
  const readings: Reading[] = [];
  const byMeter = byKey(indexes, ({ meterId }) => meterId);
  const times = [...byMeter].map(([meterId, ofMeter]) => timesOf(meterId, ofMeter));
  const known = byKey(await knownIndexes(transaction, times, knownAt), ({ meterId }) => meterId);
  for (const [meterId, ofMeter] of byMeter) {
    const registers = new MeterRegisters(known.get(meterId) ?? [], knownAt);
    for (const index of ofMeter) counts[registers.take(index)] += 1;
    if (registers.added.length === 0) continue;
    await addIndexes(transaction, registers.added);
    const carried = most.get(meterId);
    if (carried === undefined) throw new Error(`nothing is known of the connection of meter ${meterId}`);
    for (const reading of indexEnergies(meterId, registers, carried, knownAt)) readings.push(reading);
  }
  return { counts, readings };
}

/** What lies farther away makes no difference to the quarter-hours next to what has arrived. */
function timesOf(meterId: string, indexes: readonly MeterIndex[]): MeterTimes {
  let [from, to] = [Infinity, 0];
  for (const { at } of indexes) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { meterId, from: from - 2 * LONGEST_EVEN_SPREAD_MS, to: to + 2 * LONGEST_EVEN_SPREAD_MS };
}
