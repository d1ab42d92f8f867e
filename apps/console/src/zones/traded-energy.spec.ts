import { describe, expect, it } from '@jest/globals';
import { tradedEnergy } from './traded-energy.js';

describe('traded energy', () => {
  it('counts both ways up instead of letting them cancel out', () => {
    expect(tradedEnergy([3, -2, 1, 0])).toEqual({ less: 4, more: 2, total: 6 });
  });

  it('is zero, without a sign, for nothing', () => {
    expect(tradedEnergy([])).toEqual({ less: 0, more: 0, total: 0 });
  });
});
