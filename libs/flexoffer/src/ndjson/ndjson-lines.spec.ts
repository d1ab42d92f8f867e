import { describe, expect, it } from '@jest/globals';
import type { NdjsonLine } from './line-splitter.js';
import { ndjsonLines, type NdjsonBody } from './ndjson-lines.js';

async function linesOf(body: NdjsonBody, longestLine: number): Promise<NdjsonLine[]> {
  const lines: NdjsonLine[] = [];
  for await (const line of ndjsonLines(body, longestLine)) lines.push(line);
  return lines;
}

describe('the lines of a body', () => {
  it('FO-01 are numbered with the blank ones, and each has its text or what is wrong with it', async () => {
    const encoder = new TextEncoder();
    const pieces = [
      encoder.encode('one\n\r\ntw'),
      encoder.encode('o\r\ntoo long'),
      Uint8Array.of(10, 0xff, 10),
    ];
    expect(await linesOf(pieces, 5)).toEqual([
      { line: 1, text: 'one' },
      { line: 3, text: 'two\r' },
      { line: 4, fault: 'is longer than the 5 bytes that are read' },
      { line: 5, fault: 'is not UTF-8' },
    ]);
  });
});
