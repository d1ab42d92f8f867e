import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { probabilitiesBetween0And1 } from './probabilities-between-0-and-1.js';

const told = (toWh: number, ...coefficients: number[]) => {
  const uncertainty = { threshold: 0.9, pieces: [{ fromWh: 0, toWh, coefficients }] };
  const slices = [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5, uncertainty }];
  return probabilitiesBetween0And1({ ...anOffer(), slices });
};

describe('probabilitiesBetween0And1', () => {
  it.each([
    [1000, [0]],
    [1000, [1.0000001]],
    [1000, [1, -1]],
    [2000, [0, 2, -1]],
  ])('FM-01 accepts a piece of 0 to %d Wh with %j', (toWh, coefficients) => {
    expect(told(toWh, ...coefficients)).toEqual([]);
  });

  it.each([
    ['at its start', 1000, [1.1, -1], 0],
    ['at its end', 1000, [1, -1.1], 1],
    ['above 1 between its ends', 2000, [0, 2.2, -1.1], 1],
    ['below 0 between its ends', 2000, [1, -2.2, 1.1], 1],
    ['where no double can hold it', 1000, [0, 1e308, 1e308], 1],
  ])('FM-01 refuses a piece that is wrong %s', (_, toWh, coefficients, kwh) => {
    const [fault] = told(toWh, ...coefficients);
    expect(fault?.path).toBe('flexOfferProfileConstraints[0].UncertainFunctions[0]');
    const energy = Number(/^gives (\S+) kWh a probability of /.exec(fault?.message ?? '')?.[1]);
    expect(energy).toBeCloseTo(kwh, 9);
  });

  it('FM-01 leaves broken pieces to their own rule', () => {
    expect(told(-1, 7)).toEqual([]);
  });
});
