import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, LAST_INSTANT, parseInstant } from './iso-instant.js';

const AT = Date.UTC(2020, 1, 27, 20, 30);

describe('parseInstant', () => {
  it.each([
    ['2020-02-27T20:30:00Z', AT],
    ['2020-02-27T20:30Z', AT],
    ['2020-02-27T20:30:00.000+0000', AT],
    ['2020-02-27T21:30:00+01:00', AT],
    ['2020-02-27T21:30:00+01', AT],
    ['2020-02-27T15:00:00-0530', AT],
    ['2020-02-27T20:30:00.25Z', AT + 250],
    ['2020-02-27T20:30:00.1239999Z', AT + 123],
  ])('FO-01 understands %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2020-02-27T20:30:00',
    '2020-02-27',
    '2020-02-30T20:30:00Z',
    '2020-13-01T20:30:00Z',
    '2020-02-27T24:00:00Z',
    '2020-02-27T20:30:60Z',
    '2020-02-27T20:30:00+25:00',
    '1969-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
    ' 2020-02-27T20:30:00Z',
    '',
  ])('FO-01 does not understand "%s"', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('FO-01 reads every instant that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_INSTANT }), (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
