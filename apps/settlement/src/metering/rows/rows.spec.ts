import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { Problem } from '#problem-details';
import { csvRows } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import { ndjsonRows } from './ndjson-rows.js';
import { LONGEST_ROW, type Row } from './rows.js';

const HEADER = 'meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality';

/** A stream whose pieces have the given lengths; the last piece has the rest. */
function pieces(text: string, lengths: readonly number[] = []): Readable {
  const bytes = Buffer.from(text);
  const ends = lengths.reduce<number[]>((sums, length) => [...sums, (sums.at(-1) ?? 0) + length], []);
  return Readable.from([0, ...ends].map((start, index) => bytes.subarray(start, ends[index])));
}

async function all(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 });

describe('rows of NDJSON', () => {
  const text = '{"meterId":"Zählpunkt"}\n\n[1]\r\nnot json\n{"last":true}';

  it('ST-01 are numbered by line, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, async (cuts) => {
        expect(await all(ndjsonRows(pieces(text, cuts)))).toEqual([
          { line: 1, value: { meterId: 'Zählpunkt' } },
          { line: 3, value: [1] },
          { line: 4, unreadable: 'is not well-formed JSON' },
          { line: 5, value: { last: true } },
        ]);
      }),
      { seed: 42, numRuns: 50 },
    );
  });

  it('ST-01 are refused, not collected, where a line does not end', async () => {
    const long = 'x'.repeat(LONGEST_ROW);
    const rows = await all(
      ndjsonRows(Readable.from([long, long, 'x\n1\n', long, 'y'].map((text) => Buffer.from(text)))),
    );
    expect(rows.map((row) => [row.line, 'unreadable' in row])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });
});

describe('rows of a JSON array', () => {
  const blanks = fc.constantFrom(undefined, 2, '\t');

  it('ST-01 are its elements, whatever they hold, however it is written and the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), blanks, lengths, async (values, indent, cuts) => {
        const text = JSON.stringify(values, undefined, indent);
        const rows = await all(jsonRows(pieces(` ${text}\n`, cuts)));
        // Parsed again: the text knows no -0.
        const expected = (JSON.parse(text) as unknown[]).map((value, index) => ({ line: index + 1, value }));
        expect(rows).toEqual(expected);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it.each([
    ['[{"a":1},{"b":', [1, undefined], [2, 'is where the array breaks off']],
    ['[1', [1, 'is where the array breaks off']],
    ['[1,"a', [1, undefined], [2, 'is where the array breaks off']],
    ['[1,]', [1, undefined], [2, 'is not well-formed JSON']],
    ['[,1]', [1, 'is not well-formed JSON'], [2, undefined]],
    ['[1 2,3]', [1, 'is not well-formed JSON'], [2, undefined]],
    ['[}]', [1, 'is not well-formed JSON']],
    ['[1][2]', [1, undefined], [2, 'comes after the end of the array']],
    ['[1] x', [1, undefined], [2, 'comes after the end of the array']],
    [`["${'x'.repeat(LONGEST_ROW)}",2]`, [1, `is longer than ${LONGEST_ROW} characters`], [2, undefined]],
  ])('ST-01 are refused one by one: %.20s', async (text, ...expected) => {
    for (const cuts of [[], Array.from({ length: 30 }, () => 1)]) {
      const rows = await all(jsonRows(pieces(text, cuts)));
      expect(rows.map((row) => [row.line, 'unreadable' in row ? row.unreadable : undefined])).toEqual(
        expected,
      );
    }
  });

  it.each(['', ' ', `${'x'.repeat(LONGEST_ROW + 1)}[1]`, '{"a":[1]}', '"[1]"', 'rows: [1]', '1'])(
    'ST-01 are none where there is no array: %.20s',
    async (text) => {
      await expect(all(jsonRows(pieces(text)))).rejects.toThrow(Problem);
    },
  );
});

describe('rows of CSV', () => {
  it('ST-01 have numbers where a reading has them, whatever the order of the columns', async () => {
    const text =
      'importWh,exportWh,meterId,intervalStart,intervalSeconds,source,quality\r\n5,0,m,t,900,dso,measured\r\n';
    await fc.assert(
      fc.asyncProperty(lengths, async (cuts) => {
        expect(await all(csvRows(pieces(text, cuts)))).toEqual([
          {
            line: 2,
            value: {
              importWh: 5,
              exportWh: 0,
              meterId: 'm',
              intervalStart: 't',
              intervalSeconds: 900,
              source: 'dso',
              quality: 'measured',
            },
          },
        ]);
      }),
      { seed: 42, numRuns: 50 },
    );
  });

  it('ST-01 say which row has too many fields, and go on behind it', async () => {
    const rows = await all(csvRows(pieces(`${HEADER}\nm,t,900,1,2,dso\n\nm,t,900,1,2,dso,measured\n`)));
    expect(rows.map((row) => [row.line, 'unreadable' in row])).toEqual([
      [2, true],
      [4, false],
    ]);
  });

  it('ST-01 may be in quotes, and a quote that does not end spoils its own row alone', async () => {
    const good = 'm,t,900,1,2,dso,measured';
    const quoted = '"m","t, ""u""",900,"1",2,dso,"measured"';
    const rows = await all(csvRows(pieces(`${HEADER}\n"${good}\n${quoted}\r\nm"${good}\n${good}`)));
    const reading = { meterId: 'm', intervalSeconds: 900, importWh: 1, exportWh: 2 };
    const rest = { source: 'dso', quality: 'measured' };
    expect(rows).toEqual([
      { line: 2, unreadable: 'is not well-formed CSV' },
      { line: 3, value: { ...reading, ...rest, intervalStart: 't, "u"' } },
      { line: 4, unreadable: 'is not well-formed CSV' },
      { line: 5, value: { ...reading, ...rest, intervalStart: 't' } },
    ]);
  });

  it('ST-01 may begin with a byte-order mark', async () => {
    const rows = await all(csvRows(pieces(`\uFEFF${HEADER}\nm,t,900,1,2,dso,measured\n`, [1, 1, 1])));
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['a column that is missing', 'meterId,intervalStart\n'],
    ['an unknown column', `${HEADER},tariff\n`],
    ['a column twice', `${HEADER},source\n`],
    ['a header that is not CSV', '"meterId'],
  ])('ST-01 are refused as a whole with %s', async (_, text) => {
    await expect(all(csvRows(pieces(text)))).rejects.toThrow(Problem);
  });
});
