import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countingBlocks } from './counting-blocks.js';
import { MeterDay } from './meter-day.js';
import { ORIGINS, originOf } from './origin.js';
import { DIRECTIONS, type ArrivingReading, type ReadingBlock } from './reading-block.js';
import { settlingValues } from './settling-values.js';
import { versions } from './versions.js';

const QUARTERS = 4;
const MEASURED = originOf('dso', 'measured');

/** Lets readings arrive in batches, one a second, and keeps what is new as the storage would. */
function arrive(
  batches: readonly (readonly ArrivingReading[])[],
  blocks: ReadingBlock[] = [],
): ReadingBlock[] {
  const kept = [...blocks];
  for (const [index, batch] of batches.entries()) {
    const now = 1000 * (kept.length + index + 1);
    const day = new MeterDay(0, kept, now);
    for (const reading of batch) day.take(reading);
    kept.push(...day.newBlocks());
  }
  return kept;
}

/** What counts, and in which version. */
function state(blocks: readonly ReadingBlock[]): unknown {
  const counting = countingBlocks(blocks, 0, QUARTERS);
  const raw = DIRECTIONS.map((direction) =>
    Array.from(counting[direction], (number, at) => {
      const block = blocks[number];
      return block && [block[direction]?.[at - block.first], block.origins[at - block.first]];
    }),
  );
  const settling = settlingValues(blocks, counting, new Set(DIRECTIONS), 0);
  return { raw, settling, versions: versions(blocks, 0, QUARTERS) };
}

const energy = fc.integer({ min: 0, max: 3 });
const origin = fc.integer({ min: 1, max: ORIGINS.length - 1 });
const interval = fc.integer({ min: 0, max: QUARTERS - 1 });
/** Documents made before anything arrives, many at the same time and of both directions or one. */
const stated: fc.Arbitrary<ArrivingReading> = fc
  .record({ interval, origin, createdAt: fc.integer({ min: 0, max: 3 }), importWh: energy, exportWh: energy })
  .chain(({ importWh, exportWh, ...rest }) =>
    fc.constantFrom({ ...rest, importWh }, { ...rest, exportWh }, { ...rest, importWh, exportWh }),
  );
const readings = fc.array(stated, { minLength: 1, maxLength: 20 });

/** Cuts a list into batches. */
function cut<T>(list: readonly T[], lengths: readonly number[]): T[][] {
  const batches: T[][] = [];
  let at = 0;
  for (const length of [...lengths, list.length]) {
    batches.push(list.slice(at, at + length));
    at += length;
  }
  return batches;
}

const lengths = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });

describe('readings that arrive', () => {
  it('ST-06 come to the same state in any order and batching', () => {
    const orders = readings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), lengths, lengths),
    );
    fc.assert(
      fc.property(orders, ([list, shuffled, some, others]) => {
        expect(state(arrive(cut(shuffled, others)))).toEqual(state(arrive(cut(list, some))));
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-06 add nothing when they are sent again, also without the time of their creation', () => {
    const some = fc.array(
      stated.chain(({ createdAt, ...rest }) =>
        fc.constantFrom<ArrivingReading>(rest, { ...rest, createdAt: createdAt ?? 0 }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, lengths, lengths, (list, first, second) => {
        const blocks = arrive(cut(list, first));
        expect(arrive(cut(list, second), blocks)).toEqual(blocks);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-06 are counted by what they do: first, another value, nothing new', () => {
    const day = new MeterDay(0, [], 9000);
    const reading = (importWh: number, more: Partial<ArrivingReading> = {}): string =>
      day.take({ interval: 1, importWh, exportWh: 0, origin: MEASURED, ...more });
    expect([
      reading(5),
      reading(5),
      reading(7),
      reading(5),
      reading(6, { createdAt: 8000 }),
      reading(8, { createdAt: 9001 }),
      reading(8, { origin: originOf('dso', 'estimated'), createdAt: 9002 }),
    ]).toEqual(['stored', 'unchanged', 'corrected', 'unchanged', 'unchanged', 'corrected', 'unchanged']);
    expect(versions(day.newBlocks(), 1, 1)).toEqual(Uint32Array.of(5));
  });

  it('ST-06 are kept in one block as long as they are of one kind', () => {
    const day = new MeterDay(0, [], 9000);
    for (let quarter = 3; quarter < 90; quarter += 1)
      day.take({ interval: quarter, importWh: quarter, exportWh: 0, origin: MEASURED });
    expect(day.newBlocks()).toMatchObject([{ first: 3, version: 1 }]);
    day.take({ interval: 95, importWh: 1, origin: MEASURED });
    expect(day.newBlocks().map((block) => [block.first, block.origins.length, block.version])).toEqual([
      [3, 87, 1],
      [95, 1, 2],
    ]);
  });
});
