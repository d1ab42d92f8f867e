import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { textsWithinLimits } from './texts-within-limits.js';

describe('textsWithinLimits', () => {
  it.each([
    ['deviceId', 200],
    ['flexibilityId', 200],
    ['stateReason', 2000],
  ] as const)('FM-01 accepts a %s of %d characters and refuses one more', (field, most) => {
    expect(textsWithinLimits(anOffer({ [field]: 'x'.repeat(most) }))).toEqual([]);
    expect(textsWithinLimits(anOffer({ [field]: 'x'.repeat(most + 1) })).map(({ path }) => path)).toEqual([
      field,
    ]);
  });

  it('FM-01 needs none of them', () => {
    expect(textsWithinLimits(anOffer())).toEqual([]);
  });
});
