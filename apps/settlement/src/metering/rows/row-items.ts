import type { Instant } from '#flexoffer';
import type { IntakeItem } from '../intake-item.js';
import { readIndex } from './read-index.js';
import { ReadingRows } from './read-reading.js';
import type { Row, RowBatches } from './rows.js';

/** What the rows of a request may be: readings, registers' values, or both: these name their register. */
export type RowKind = 'readings' | 'indexes' | 'both';

/** Reads rows of JSON, NDJSON and CSV. @param now nothing after it can have been measured */
export async function* rowItems(
  batches: RowBatches,
  kind: RowKind,
  now: Instant,
): AsyncGenerator<readonly IntakeItem[]> {
  const reader = new ReadingRows(now);
  const isIndex = (value: unknown): boolean =>
    kind === 'indexes' ||
    (kind === 'both' && typeof value === 'object' && value !== null && 'register' in value);
  const itemOf = (row: Row): IntakeItem => {
    const { line } = row;
    if ('unreadable' in row) return { line, refused: row.unreadable };
    const read = isIndex(row.value) ? readIndex(row.value, now) : reader.read(row.value);
    if (!read.ok) return { line, refused: read.reason };
    return 'index' in read ? { line, index: read.index } : { line, reading: read.reading };
  };
  for await (const rows of batches) yield rows.map(itemOf);
}
