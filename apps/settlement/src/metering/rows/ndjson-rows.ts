import type { Readable } from 'node:stream';
import { OVERLONG, linesOf } from './lines.js';
import { jsonRow, tooLong, type Row } from './rows.js';

/** The rows of newline-delimited JSON; empty lines count and mean nothing. */
export async function* ndjsonRows(stream: Readable): AsyncGenerator<readonly Row[]> {
  for await (const { first, lines } of linesOf(stream)) {
    const rows: Row[] = [];
    for (const [index, line] of lines.entries())
      if (line === OVERLONG) rows.push(tooLong(first + index));
      else if (line.trim() !== '') rows.push(jsonRow(first + index, line));
    yield rows;
  }
}
