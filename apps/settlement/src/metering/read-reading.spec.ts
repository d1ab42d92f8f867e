import { describe, expect, it } from '@jest/globals';
import { originOf } from '#meter-data';
import { ReadingRows } from './read-reading.js';

const readReading = (row: unknown) => new ReadingRows().read(row);

const ROW = {
  meterId: 'LU-1',
  intervalStart: '2024-03-12T00:15:00+0100',
  intervalSeconds: 900,
  importWh: 250,
  exportWh: 0,
  source: 'dso',
  quality: 'measured',
};

describe('a row of meter data', () => {
  it('ST-01 is a reading that says where it comes from', () => {
    expect(readReading(ROW)).toEqual({
      ok: true,
      reading: {
        meterId: 'LU-1',
        interval: Date.UTC(2024, 2, 11, 23, 15) / 900_000,
        importWh: 250,
        exportWh: 0,
        origin: originOf('dso', 'measured'),
      },
    });
  });

  it.each([
    ['no object', null, 'must be an object'],
    ['a list', [ROW], 'must be an object'],
    ['an unknown field', { ...ROW, tariff: 1 }, 'tariff is not a field of a reading'],
    ['no meter', { ...ROW, meterId: undefined }, /^meterId must be/],
    ['a meter with a space', { ...ROW, meterId: 'LU 1' }, /^meterId must be/],
    [
      'a start inside of a quarter',
      { ...ROW, intervalStart: '2024-03-12T00:15:01Z' },
      /^intervalStart must be/,
    ],
    ['a start without an offset', { ...ROW, intervalStart: '2024-03-12T00:15:00' }, /^intervalStart must be/],
    ['another length', { ...ROW, intervalSeconds: 3600 }, /^intervalSeconds must be/],
    ['a negative import', { ...ROW, importWh: -1 }, /^importWh must be/],
    ['a broken Wh', { ...ROW, exportWh: 0.5 }, /^exportWh must be/],
    ['energy as text', { ...ROW, importWh: '250' }, /^importWh must be/],
    ['an unknown source', { ...ROW, source: 'hearsay' }, /^source must be/],
    ['an unknown quality', { ...ROW, quality: 'good' }, /^quality must be/],
  ])('ST-01 is refused with %s', (_, row, reason) => {
    expect(readReading(row)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
