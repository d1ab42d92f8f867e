import { describe, expect, it } from '@jest/globals';
import { turnBounds, turnEnergy } from './sign.js';

describe('sign', () => {
  it('FO-04 leaves consumption-positive energies as they are', () => {
    expect(turnEnergy(-5, 'consumption-positive')).toBe(-5);
    expect(turnBounds({ lowerWh: -2, upperWh: 7 }, 'consumption-positive')).toEqual({
      lowerWh: -2,
      upperWh: 7,
    });
  });

  it('FO-04 negates production-positive energies and swaps their bounds', () => {
    expect(turnEnergy(-5, 'production-positive')).toBe(5);
    expect(turnEnergy(0, 'production-positive')).toBe(0);
    expect(turnBounds({ lowerWh: -2, upperWh: 7 }, 'production-positive')).toEqual({
      lowerWh: -7,
      upperWh: 2,
    });
  });
});
