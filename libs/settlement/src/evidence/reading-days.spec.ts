import { describe, expect, it } from '@jest/globals';
import { ZONE } from '../../test/readings.js';
import { dayQuarters } from '../calendar/day-quarters.js';
import { netReadings, qualityLookup } from './reading-day.js';
import { readingDays } from './reading-days.js';

const ORIGINS = [
  undefined,
  { source: 'dso', quality: 'measured', isReplacement: false },
  { source: 'dso', quality: 'estimated', isReplacement: false },
  { source: 'dso', quality: 'estimated', isReplacement: true },
];

/** The days of 92 and of 96 quarters around a change of the clock, and one without any value. */
const FIRST = dayQuarters('2024-03-31', ZONE)[0]?.interval ?? 0;
const LENGTH = 92 + 96 + 96;

function curve(origin: (place: number) => number) {
  const origins = Uint8Array.from({ length: LENGTH }, (_, place) => origin(place));
  const importWh = Float64Array.from(origins, (known, place) => (known === 0 ? NaN : place));
  return { from: FIRST, importWh, exportWh: importWh.map((wh) => wh * 3), origin: origins };
}

describe('readings by local days', () => {
  it('ST-02 have one place for each quarter of the day, and leave out days without a value', () => {
    const days = readingDays(
      curve((place) => (place < 150 ? 1 : 0)),
      ORIGINS,
      ZONE,
    );
    expect(days.map(({ day, importWh }) => [day, importWh.length])).toEqual([
      ['2024-03-31', 92],
      ['2024-04-01', 96],
    ]);
    expect(days[1]?.origins).toEqual([{ count: 58, source: 'dso', quality: 'measured' }, { count: 38 }]);
    expect(days[1]?.importWh.slice(57, 59)).toEqual([149, null]);
  });

  it('ST-01 keep source and quality in runs, and give back net energy and quality of each interval', () => {
    const days = readingDays(
      curve((place) => [1, 2, 3, 0][place % 4] ?? 0),
      ORIGINS,
      ZONE,
    );
    const [net, qualityOf] = [netReadings(days, ZONE), qualityLookup(days, ZONE)];
    const seen = [0, 1, 2, 3, 92, 93].map((place) => [net.get(FIRST + place), qualityOf(FIRST + place)]);
    expect(seen).toEqual([
      [0, 'measured'],
      [-2, 'estimated'],
      [-4, 'estimated'],
      [undefined, undefined],
      [-184, 'measured'],
      [-186, 'estimated'],
    ]);
    expect([net.get(FIRST - 1), net.get(FIRST + LENGTH), qualityOf(FIRST - 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(days[0]?.origins.slice(0, 3)).toEqual([
      { count: 1, source: 'dso', quality: 'measured' },
      { count: 2, source: 'dso', quality: 'estimated' },
      { count: 1 },
    ]);
  });
});
