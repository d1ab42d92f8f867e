import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LAST_INSTANT, parseInstant } from '../iso-instant.js';
import { intervalOf } from '../../time.js';
import { plainInstant, utcInstant } from './plain-instant.js';

const SAMPLES = ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00.250Z', '2026-01-15T10:00:00.250+0000'];

const OTHERS = ['0', '1', '3', '9', '-', ':', '.', '+', 'T', 'Z', 't', 'z', ' ', '/', 'é'];

const arbitraryInstant = fc.integer({ min: 0, max: LAST_INSTANT });

const arbitraryText = fc
  .tuple(arbitraryInstant, fc.constantFrom('Z', '+0000'))
  .map(([instant, end]) => new Date(instant).toISOString().replace('Z', end));

/** Dates and times that no calendar has are among them. */
const arbitraryParts = fc
  .tuple(
    fc.constantFrom('1969', '1970', '1999', '2000', '2024', '2025', '2100', '9999'),
    ...Array.from({ length: 5 }, () =>
      fc.constantFrom('00', '01', '02', '12', '13', '23', '24', '28', '29', '30', '31', '32', '59', '60'),
    ),
  )
  .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`);

describe('an instant in one of the plain forms', () => {
  it.each(SAMPLES)('FO-03 %s is read', (text) => {
    expect(utcInstant(text)).toBe(parseInstant(text));
  });

  it('FO-03 is the one that is written, on any day from 1970 to 9999', () => {
    fc.assert(
      fc.property(arbitraryInstant, (instant) => {
        const text = new Date(instant).toISOString();
        expect(utcInstant(text)).toBe(instant);
        expect(utcInstant(text.replace('Z', '+0000'))).toBe(instant);
        expect(utcInstant(text.replace(/\.\d+/, ''))).toBe(instant - (instant % 1000));
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FO-03 has a date and a time that exist', () => {
    fc.assert(
      fc.property(arbitraryParts, (text) => {
        expect(utcInstant(text)).toBe(parseInstant(text) ?? Number.NaN);
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FO-03 with any other character in it is left to the full reader, unless that reads the same', () => {
    const place = fc.nat({ max: 27 });
    fc.assert(
      fc.property(arbitraryText, place, fc.constantFrom(...OTHERS), (text, at, other) => {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        expect([Number.NaN, parseInstant(changed)]).toContainEqual(utcInstant(changed));
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FO-03 may have its interval beside it, which must contain it, or be an interval alone', () => {
    const instant = Date.UTC(2026, 0, 15, 10);
    expect(plainInstant(SAMPLES[0], intervalOf(instant))).toBe(instant);
    expect(plainInstant(undefined, intervalOf(instant))).toBe(instant);
    expect(plainInstant(SAMPLES[0], undefined)).toBe(instant);
    for (const interval of [intervalOf(instant) + 1, -1, 0.5, 1e12, '1963808', null])
      expect(plainInstant(SAMPLES[0], interval)).toBeNaN();
    for (const interval of [undefined, -1, 0.5, 1e12, '1963808', null])
      expect(plainInstant(undefined, interval)).toBeNaN();
  });
});
