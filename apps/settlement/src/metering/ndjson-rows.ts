import type { Readable } from 'node:stream';
import { LONGEST_ROW, type Row } from './rows.js';

/** The rows of newline-delimited JSON; empty lines count and mean nothing. */
export async function* ndjsonRows(stream: Readable): AsyncGenerator<readonly Row[]> {
  let line = 0;
  let rest = '';
  let overlong = false;
  for await (const text of decoded(stream)) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    const rows: Row[] = [];
    for (const content of lines) {
      line += 1;
      if (overlong || content.length > LONGEST_ROW) rows.push(tooLong(line));
      else if (content.trim() !== '') rows.push(rowOf(line, content));
      overlong = false;
    }
    if (rest.length > LONGEST_ROW) {
      overlong = true;
      rest = '';
    }
    yield rows;
  }
  if (overlong) yield [tooLong(line + 1)];
  else if (rest.trim() !== '') yield [rowOf(line + 1, rest)];
}

/** Text of a byte stream; a character that is cut in two by the network comes out whole. */
async function* decoded(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of stream as AsyncIterable<Uint8Array>)
    yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

function rowOf(line: number, content: string): Row {
  try {
    return { line, value: JSON.parse(content) };
  } catch (error) {
    if (error instanceof SyntaxError) return { line, unreadable: 'is not well-formed JSON' };
    throw error;
  }
}

const tooLong = (line: number): Row => ({ line, unreadable: `is longer than ${LONGEST_ROW} characters` });
