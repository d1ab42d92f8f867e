import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ORIGINS, originOf } from './origin.js';
import { beats } from './precedence.js';
import type { ReadingBlock } from './reading-block.js';

interface Said {
  readonly origin?: number;
  readonly importWh?: number;
  readonly exportWh?: number;
  readonly createdAt?: number;
  readonly knownAt?: number;
  readonly version?: number;
}

const MEASURED = originOf('dso', 'measured');

function block({
  origin = MEASURED,
  importWh,
  exportWh,
  createdAt,
  knownAt = 10,
  version = 1,
}: Said): ReadingBlock {
  return {
    first: 0,
    origins: Uint8Array.of(origin),
    ...(importWh === undefined ? {} : { importWh: Float64Array.of(importWh) }),
    ...(exportWh === undefined ? {} : { exportWh: Float64Array.of(exportWh) }),
    ...(createdAt === undefined ? {} : { createdAt }),
    knownAt,
    version,
  };
}

const placeholder = originOf('dso', 'placeholder');
const estimated = originOf('dso', 'estimated');
const corrected = originOf('dso', 'corrected');

describe('precedence of values', () => {
  it.each<[string, Said, Said]>([
    ['a value beats a later estimate', { createdAt: 1 }, { createdAt: 2, origin: estimated }],
    ['a value beats a placeholder that is as old', { createdAt: 1 }, { createdAt: 1, origin: placeholder }],
    [
      'an estimate beats a later placeholder',
      { createdAt: 1, origin: estimated },
      { createdAt: 2, origin: placeholder },
    ],
    [
      'the later creation counts',
      { createdAt: 2, origin: originOf('submeter', 'measured') },
      { createdAt: 1 },
    ],
    ['also when it arrived first', { createdAt: 2, knownAt: 5 }, { createdAt: 1, knownAt: 6 }],
    ['without a creation the arrival counts', { knownAt: 11 }, { createdAt: 10, knownAt: 12 }],
    ['a replacement beats an original', { createdAt: 1, origin: corrected }, { createdAt: 1 }],
    [
      'a replacement beats an original, whose source is better',
      { createdAt: 1, origin: originOf('submeter', 'corrected') },
      { createdAt: 1 },
    ],
    [
      'a replacing estimate beats an estimate',
      { createdAt: 1, origin: originOf('dso', 'estimated', true) },
      { createdAt: 1, origin: estimated },
    ],
    ['the DSO beats the meter', { createdAt: 1 }, { createdAt: 1, origin: originOf('meter', 'measured') }],
    [
      'the meter beats a sub-meter',
      { createdAt: 1, origin: originOf('meter', 'measured') },
      { createdAt: 1, origin: originOf('submeter', 'measured') },
    ],
    [
      'of two that arrived together, the later one counts',
      { version: 2, importWh: 1 },
      { version: 1, importWh: 2 },
    ],
    [
      'or else more import',
      { createdAt: 1, importWh: 2, exportWh: 0 },
      { createdAt: 1, importWh: 1, exportWh: 5 },
    ],
    [
      'or else more export',
      { createdAt: 1, importWh: 2, exportWh: 1 },
      { createdAt: 1, importWh: 2, exportWh: 0 },
    ],
  ])('ST-06 %s', (_, winner, loser) => {
    expect(beats(block(winner), 0, block(loser), 0)).toBe(true);
    expect(beats(block(loser), 0, block(winner), 0)).toBe(false);
  });

  it('ST-06 is an order: of two different values one counts, and of three the same one whatever is asked first', () => {
    const few = fc.integer({ min: 0, max: 2 });
    const said = fc.record(
      {
        origin: fc.integer({ min: 1, max: ORIGINS.length - 1 }),
        importWh: few,
        exportWh: few,
        createdAt: few,
        knownAt: few,
        version: few,
      },
      { requiredKeys: ['origin', 'importWh', 'knownAt', 'version'] },
    );
    fc.assert(
      fc.property(said, said, said, (one, two, three) => {
        const [a, b, c] = [block(one), block(two), block(three)];
        expect(beats(a, 0, b, 0) && beats(b, 0, a, 0)).toBe(false);
        if (beats(a, 0, b, 0) && beats(b, 0, c, 0)) expect(beats(a, 0, c, 0)).toBe(true);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
