import { describe, expect, it } from '@jest/globals';
import { isBefore, isCalendarInstant, isCalendarInterval } from './calendar-instant.js';

describe('isCalendarInstant', () => {
  it.each([0, 1_767_600_000_000, 253_402_300_799_999])('FM-01 takes %d', (instant) => {
    expect(isCalendarInstant(instant)).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN, Infinity, 253_402_300_800_000])('FM-01 does not take %d', (instant) => {
    expect(isCalendarInstant(instant)).toBe(false);
  });
});

describe('isCalendarInterval', () => {
  it.each([
    [0, true],
    [1_964_000, true],
    [281_558_111, true],
    [281_558_112, false],
    [1_964_000.5, false],
    [Number.NaN, false],
    [Number.MAX_SAFE_INTEGER, false],
  ])('FM-01 %d: %s', (interval, expected) => {
    expect(isCalendarInterval(interval)).toBe(expected);
  });
});

describe('isBefore', () => {
  it.each([
    [1, 2, true],
    [2, 2, false],
    [-Infinity, 2, false],
    [1, Infinity, false],
    [Number.NaN, 2, false],
  ])('FM-01 %d before %d: %s', (one, other, expected) => {
    expect(isBefore(one, other)).toBe(expected);
  });
});
