import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { assignmentStillOpen } from './assignment-still-open.js';

describe('assignmentStillOpen', () => {
  it('FM-01 accepts a deadline after now', () => {
    const offer = anOffer();
    expect(assignmentStillOpen(offer, { now: offer.assignmentBefore - 1 })).toEqual([]);
  });

  it.each([0, 1])('FM-01 refuses a deadline %d ms ago', (late) => {
    const offer = anOffer();
    expect(assignmentStillOpen(offer, { now: offer.assignmentBefore + late })).toEqual([
      { path: 'assignmentBeforeTime', message: 'has passed' },
    ]);
  });
});
