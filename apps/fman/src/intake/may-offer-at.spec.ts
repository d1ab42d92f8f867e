import { describe, expect, it } from '@jest/globals';
import { mayOfferAt } from './may-offer-at.js';

describe('where an owner may offer', () => {
  it('FM-01 is where it is registered, and below', () => {
    expect(mayOfferAt('z.a.cp1', ['z.a.cp1', undefined])).toBe(true);
    expect(mayOfferAt('z.a.cp1.ev', ['z.a.cp1', undefined])).toBe(true);
    expect(mayOfferAt('z.a.cp12', ['z.a.cp1', undefined])).toBe(false);
    expect(mayOfferAt('z.a', ['z.a.cp1', undefined])).toBe(false);
  });

  it('is also where the device is, and anywhere for an owner that is registered nowhere', () => {
    expect(mayOfferAt('z.b.cp9', ['z.a.cp1', 'z.b.cp9'])).toBe(true);
    expect(mayOfferAt('z.b.cp9', [undefined, undefined])).toBe(true);
  });
});
