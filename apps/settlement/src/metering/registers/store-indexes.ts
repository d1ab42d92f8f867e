import type { Instant } from '#flexoffer';
import { LONGEST_EVEN_SPREAD_MS } from '#meter-data';
import type { Transaction } from '#persistence';
import { byKey } from '../by-key.js';
import { indexEnergies, type MostWhPerHour } from './index-energies.js';
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
 * @param mostOf what the connection of a meter can carry
 */
export async function storeIndexes(
  transaction: Transaction,
  indexes: readonly MeterIndex[],
  knownAt: Instant,
  mostOf: (meterId: string) => Promise<MostWhPerHour>,
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
    const most = await mostOf(meterId);
    for (const reading of indexEnergies(meterId, registers, most, knownAt)) readings.push(reading);
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
