import type { Instant } from '#flexoffer';
import type { IntakeItem } from './intake-item.js';
import { ReadingRows } from './read-reading.js';
import type { RowBatches } from './rows.js';

/** Reads rows of JSON, NDJSON and CSV. @param now nothing after it can have been measured */
export async function* rowItems(batches: RowBatches, now: Instant): AsyncGenerator<readonly IntakeItem[]> {
  const reader = new ReadingRows(now);
  for await (const rows of batches)
    yield rows.map((row): IntakeItem => {
      const { line } = row;
      if ('unreadable' in row) return { line, refused: row.unreadable };
      const read = reader.read(row.value);
      return read.ok ? { line, reading: read.reading } : { line, refused: read.reason };
    });
}
