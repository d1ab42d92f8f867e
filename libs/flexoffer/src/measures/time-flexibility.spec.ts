import { describe, expect, it } from '@jest/globals';
import { timeFlexibility } from './time-flexibility.js';

describe('timeFlexibility', () => {
  it.each([
    [100, 104, 4],
    [100, 100, 0],
  ])('FO-02 from %d to %d: %d intervals', (startAfter, startBefore, expected) => {
    expect(timeFlexibility({ startAfter, startBefore })).toBe(expected);
  });
});
