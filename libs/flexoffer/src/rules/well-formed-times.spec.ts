import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { wellFormedTimes } from './well-formed-times.js';

describe('wellFormedTimes', () => {
  it('FM-01 accepts times of this world', () => {
    expect(wellFormedTimes(anOffer())).toEqual([]);
  });

  it.each([
    ['creationTime', { creation: Number.NaN }],
    ['acceptBeforeTime', { acceptanceBefore: Infinity }],
    ['assignmentBeforeTime', { assignmentBefore: 0.5 }],
    ['startAfterTime', { startAfter: -1 }],
    ['startBeforeTime', { startBefore: 1e300 }],
  ])('FM-01 refuses a broken %s', (path, changes) => {
    expect(wellFormedTimes({ ...anOffer(), ...changes })).toEqual([
      { path, message: 'is not a time between 1970 and 9999' },
    ]);
  });
});
