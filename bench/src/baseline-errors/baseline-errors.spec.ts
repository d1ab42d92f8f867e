import { NO_ERRORS } from '#settlement';
import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { errorsOn, methodsFor, onBoth } from './measure.js';
import { publicHolidays } from './public-holidays.js';
import { withSection } from './section.js';
import { readSites } from './site.js';

const CSV = `site,utc_start,energy_wh,temperature_c
a,2019-04-18T22:00Z,100,7.5
a,2019-04-18T22:15Z,,
b,2019-04-19T22:00Z,-5,
`;

describe('readSites', () => {
  it('keeps an empty cell missing and a negative energy negative', () => {
    const [a, b] = readSites(CSV, 'Europe/Berlin');
    expect([...(a?.history.readings ?? [])]).toEqual([[intervalOf(Date.parse('2019-04-18T22:00Z')), 100]]);
    expect([...(a?.history.temperatureC?.values() ?? [])]).toEqual([7.5]);
    expect(b?.history.temperatureC).toBeUndefined();
    expect([...(b?.history.readings.values() ?? [])]).toEqual([-5]);
  });

  it('has the local days and their holidays', () => {
    const [a] = readSites(CSV, 'Europe/Berlin');
    expect(a?.days).toEqual(['2019-04-19']);
    expect(a?.history.holidays).toEqual(new Set(['2019-04-19']));
  });

  it('refuses a line without an instant or with half a Wh', () => {
    expect(() => readSites('site,utc_start,energy_wh\na,soon,1', 'Europe/Berlin')).toThrow('no interval');
    expect(() => readSites('site,utc_start,energy_wh\na,2019-04-18T22:00Z,1.5', 'Europe/Berlin')).toThrow(
      'no whole Wh',
    );
  });
});

describe('publicHolidays', () => {
  it.each([
    ['2015-04-06', true],
    ['2018-05-31', true],
    ['2019-06-20', true],
    ['2019-06-21', false],
    ['2018-10-03', true],
  ])('knows %s in Germany: %s', (day, holiday) => {
    expect(publicHolidays([day], 'Europe/Berlin').has(day)).toBe(holiday);
  });
});

describe('measure', () => {
  it('offers methods that need weather only where there is weather', () => {
    const [a, b] = readSites(CSV, 'Europe/Berlin').map((site) => methodsFor(site).map(({ name }) => name));
    expect(a).toContain('weather-matched');
    expect(b).toContain('calibrated-blend');
    expect(b).not.toContain('weather-matched');
  });

  it('compares on the days on which both have a baseline', () => {
    const one = { ...NO_ERRORS, days: 1, intervals: 8 };
    const refused = { ...NO_ERRORS, refusedDays: 1 };
    const a = {
      method: 'a',
      byDay: new Map([
        ['1', one],
        ['2', one],
        ['3', refused],
      ]),
    };
    const b = {
      method: 'b',
      byDay: new Map([
        ['1', one],
        ['2', refused],
        ['3', one],
      ]),
    };
    expect(errorsOn(a, onBoth(a, b))).toEqual(one);
  });
});

describe('withSection', () => {
  it('replaces what lies between the marks, and nothing else', () => {
    const before = 'a\n<!-- begin x -->\nold\n<!-- end x -->\nb';
    const after = 'a\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\nb';
    expect(withSection(before, 'x', 'new')).toBe(after);
    expect(withSection(after, 'x', 'new')).toBe(after);
    expect(() => withSection(before, 'y', 'new')).toThrow('no section y');
  });
});
