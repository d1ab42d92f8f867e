import { describe, expect, it } from '@jest/globals';
import { originOf } from '#meter-data';
import { ReadingRows } from './read-reading.js';

const NOW = Date.parse('2024-03-13T00:00:00Z');
const readReading = (row: unknown) => new ReadingRows(NOW).read(row);

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
    ['a quarter-hour that has not ended', { ...ROW, intervalStart: '2024-03-13T00:00:00Z' }, /future/],
    ['a year of another century', { ...ROW, intervalStart: '1924-03-12T00:15:00Z' }, /^intervalStart/],
    [
      'a year before there were such meters',
      { ...ROW, intervalStart: '1984-03-12T00:15:00Z' },
      /before 1995/,
    ],
    [
      'a creation in the future',
      { ...ROW, createdAt: '2024-03-13T00:00:01Z' },
      /^createdAt is in the future/,
    ],
    [
      'a creation before the measurement',
      { ...ROW, createdAt: '2024-03-11T00:00:00Z' },
      /^createdAt is before/,
    ],
    ['a creation without an offset', { ...ROW, createdAt: '2024-03-12T05:00:00' }, /^createdAt must be/],
    ['a decimal comma', { ...ROW, importWh: '0,25' }, /^importWh must be/],
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
