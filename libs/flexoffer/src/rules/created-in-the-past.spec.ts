import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { createdInThePast } from './created-in-the-past.js';

describe('createdInThePast', () => {
  const now = 1_767_600_000_000;

  it.each([now - 1, now])('FM-01 accepts a creation at %d', (creation) => {
    expect(createdInThePast(anOffer({ creation }), { now })).toEqual([]);
  });

  it('FM-01 refuses a creation after now', () => {
    expect(createdInThePast(anOffer({ creation: now + 1 }), { now })).toEqual([
      { path: 'creationTime', message: 'must not be in the future' },
    ]);
  });
});
