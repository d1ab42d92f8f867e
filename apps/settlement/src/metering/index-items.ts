import type { Instant } from '#flexoffer';
import type { IntakeItem } from './intake-item.js';
import { readIndex } from './read-index.js';
import type { RowBatches } from './rows.js';

/** Reads rows of registers' values. @param now no register can have been read after it */
export async function* indexItems(batches: RowBatches, now: Instant): AsyncGenerator<readonly IntakeItem[]> {
  for await (const rows of batches)
    yield rows.map((row): IntakeItem => {
      const { line } = row;
      if ('unreadable' in row) return { line, refused: row.unreadable };
      const read = readIndex(row.value, now);
      return read.ok ? { line, index: read.index } : { line, refused: read.reason };
    });
}
