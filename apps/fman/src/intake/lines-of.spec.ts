import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './lines-of.js';

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function read(text: string, sizes: readonly number[] = [], longest = 1000): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(inPieces(Buffer.from(text), sizes), longest)) lines.push(line);
  return lines;
}

describe('the lines of a stream', () => {
  it('come without empty ones, the last also without its end', async () => {
    expect(await read('{"a":1}\n\n{"b":2}\r\n{"c":3}')).toEqual(['{"a":1}', '{"b":2}\r', '{"c":3}']);
    expect(await read('')).toEqual([]);
  });

  it('do not depend on how the stream is cut, even inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc
            .string({ unit: 'grapheme', maxLength: 20 })
            .filter((line) => !line.includes('\n') && line.trim() !== ''),
        ),
        fc.array(fc.integer({ min: 0, max: 9 })),
        async (lines, sizes) => expect(await read(lines.join('\n'), sizes)).toEqual(lines),
      ),
      { seed: 42, numRuns: 200 },
    );
  });

  it('are refused when they are too long, before they have ended', async () => {
    await expect(read('x'.repeat(50), [20, 20], 30)).rejects.toMatchObject({ status: 413 });
    expect(await read('x'.repeat(30), [20], 30)).toHaveLength(1);
  });
});
