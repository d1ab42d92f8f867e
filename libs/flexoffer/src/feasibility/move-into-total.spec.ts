import { describe, expect, it } from '@jest/globals';
import { moveIntoTotal } from './move-into-total.js';

const bounds = { lowerWh: [0, 0], upperWh: [100, 300] };

describe('moveIntoTotal', () => {
  it.each([
    ['without a total', undefined, [50, 150]],
    ['inside the total', { lowerWh: 0, upperWh: 200 }, [50, 150]],
    ['up to the lower end, in proportion to the room above', { lowerWh: 280, upperWh: 300 }, [70, 210]],
    ['down to the upper end, in proportion to the room below', { lowerWh: 0, upperWh: 100 }, [25, 75]],
    ['as far as the bounds let it', { lowerWh: 900, upperWh: 999 }, [100, 300]],
  ])('moves %s', (_, total, expected) => {
    expect(moveIntoTotal([50, 150], bounds, total)).toEqual(expected);
  });
});
