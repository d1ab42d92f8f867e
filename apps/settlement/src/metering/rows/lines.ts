import type { Readable } from 'node:stream';
import { decoded } from './decoded.js';
import { LONGEST_ROW } from './rows.js';

/** Lines that have come in together, without their ends; an overlong one is not kept. */
export interface Lines {
  /** The number of the first one, from 1 on. */
  readonly first: number;
  readonly lines: readonly (string | typeof OVERLONG)[];
}

export const OVERLONG = Symbol('a line longer than a row can be');

/** The lines of a UTF-8 stream, as they arrive; a byte-order mark at its beginning is no part of them. */
export async function* linesOf(stream: Readable): AsyncGenerator<Lines> {
  let first = 1;
  let rest = '';
  let isOverlong = false;
  for await (const text of decoded(stream)) {
    const lines: (string | typeof OVERLONG)[] = `${rest}${text}`.split('\n');
    const last = lines.pop();
    rest = typeof last === 'string' ? last : '';
    if (isOverlong && lines.length > 0) {
      lines[0] = OVERLONG;
      isOverlong = false;
    }
    for (const [index, line] of lines.entries())
      if (typeof line === 'string' && line.length > LONGEST_ROW) lines[index] = OVERLONG;
    if (rest.length > LONGEST_ROW) {
      isOverlong = true;
      rest = '';
    }
    yield { first, lines };
    first += lines.length;
  }
  if (isOverlong || rest !== '') yield { first, lines: [isOverlong ? OVERLONG : rest] };
}
