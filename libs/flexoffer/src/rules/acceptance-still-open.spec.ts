import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { acceptanceStillOpen } from './acceptance-still-open.js';

describe('acceptanceStillOpen', () => {
  it('FM-01 accepts a deadline after now', () => {
    const offer = anOffer();
    expect(acceptanceStillOpen(offer, { now: offer.acceptanceBefore - 1 })).toEqual([]);
  });

  it.each([0, 1])('FM-01 refuses a deadline %d ms ago', (late) => {
    const offer = anOffer();
    expect(acceptanceStillOpen(offer, { now: offer.acceptanceBefore + late })).toEqual([
      { path: 'acceptBeforeTime', message: 'has passed' },
    ]);
  });
});
