import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';

const told = (runningTotal: { lowerWh: number; upperWh: number }[]) =>
  runningTotalsInOrder({ ...anOffer(), runningTotal }).map(({ path, message }) => `${path} ${message}`);

describe('runningTotalsInOrder', () => {
  it('FM-01 accepts one pair for each slice, and none at all', () => {
    expect(
      told([
        { lowerWh: 0, upperWh: 0 },
        { lowerWh: -5, upperWh: 5 },
      ]),
    ).toEqual([]);
    expect(runningTotalsInOrder(anOffer())).toEqual([]);
  });

  it('FM-01 refuses fewer or more pairs than slices', () => {
    expect(told([{ lowerWh: 0, upperWh: 0 }])).toEqual(['subTotalEnergyConstraint has 1 pairs for 2 slices']);
  });

  it.each([
    [{ lowerWh: 6, upperWh: 5 }, '6 to 5'],
    [{ lowerWh: 0.5, upperWh: 5 }, '0.5 to 5'],
    [{ lowerWh: Number.NaN, upperWh: 5 }, 'NaN to 5'],
    [{ lowerWh: 0, upperWh: Infinity }, '0 to Infinity'],
  ])('FM-01 refuses %j and names the slice', (pair, energies) => {
    const message = `subTotalEnergyConstraint after slice 1: ${energies} Wh are not whole watt-hours in order`;
    expect(told([{ lowerWh: 0, upperWh: 1 }, pair])).toEqual([message]);
  });

  it('FM-01 tells once what the message says once', () => {
    const pair = { lowerWh: Number.NaN, upperWh: 5 };
    expect(told([pair, { ...pair }])).toHaveLength(1);
  });
});
