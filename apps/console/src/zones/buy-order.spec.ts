import { describe, expect, it } from '@jest/globals';
import { Answer } from '../api/answer.js';
import { decodeBuyOrder } from './buy-order.js';

const asked = (state: string): number | undefined => {
  const interval = {
    intervalStart: '2024-03-12T10:00:00Z',
    changeKwh: 5,
    acceptedKwh: 2,
    pricePerKwh: '0.25',
  };
  return decodeBuyOrder(new Answer({ gridNode: 'z.a', state, intervals: [interval] }, 'order')).intervals[0]
    ?.changeKwh;
};

describe('a buy order', () => {
  it('asks for all its energy, whether it got it or not', () => {
    expect(['open', 'partly', 'filled', 'expired'].map(asked)).toEqual([5, 5, 5, 5]);
  });

  it('counts only as far as it was bought once it is withdrawn', () => {
    expect(asked('withdrawn')).toBe(2);
  });
});
