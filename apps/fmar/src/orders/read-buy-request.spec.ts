import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { readBuyRequest } from './read-buy-request.js';

const START = '2024-03-12T14:00:00Z';
const first = intervalOf(Date.parse(START));
const options = { path: 'flexOffer', now: 0, id: 'b-1', offeredById: 'dso', gridNode: 'lu' };

const slice = (lowerBound: number, upperBound: number, duration = 1) => ({
  minDuration: duration,
  maxDuration: duration,
  energyConstraintList: [{ lowerBound, upperBound }],
  tariffConstraint: { minTariff: -0.1, maxTariff: 0.25 },
});

const read = (slices: readonly object[], more: object = {}) =>
  readBuyRequest(
    { startAfterTime: START, startBeforeTime: START, flexOfferProfileConstraints: slices, ...more },
    options,
  );

const pathsOf = (result: ReturnType<typeof read>): string[] =>
  result.ok ? [] : result.faults.map(({ path }) => path);

describe('readBuyRequest', () => {
  it('MK-01 reads the wanted change and the price of its direction', () => {
    expect(read([slice(0, 1), slice(0, 0), slice(-2, 0), slice(0.3, 0.3)])).toEqual({
      ok: true,
      value: [
        { interval: first, changeWh: 1000, price: 250_000 },
        { interval: first + 2, changeWh: -2000, price: 100_000 },
        { interval: first + 3, changeWh: 300, price: 250_000 },
      ],
    });
  });

  it('MK-01 spreads a long slice evenly, without losing a watt-hour', () => {
    const result = read([slice(0.005, 0.005, 3)]);
    expect(result.ok && result.value.map(({ changeWh }) => changeWh)).toEqual([2, 2, 1]);
  });

  it('MK-01 refuses what is no fixed request, and names it', () => {
    const place = 'flexOffer.flexOfferProfileConstraints[0]';
    expect(pathsOf(read([slice(1, 2)]))).toEqual([`${place}.energyConstraintList`]);
    expect(pathsOf(read([{ ...slice(0, 1), tariffConstraint: {} }]))).toEqual([
      `${place}.tariffConstraint.maxTariff`,
    ]);
    expect(pathsOf(read([{ ...slice(0, 1), maxDuration: 2 }]))).toEqual([`${place}.maxDuration`]);
    expect(pathsOf(read([slice(0, 1)], { startBeforeTime: '2024-03-12T15:00:00Z' }))).toEqual([
      'flexOffer.startBeforeTime',
    ]);
    expect(pathsOf(read([slice(0, 1)], { totalEnergyConstraint: { lower: 0, upper: 1 } }))).toEqual([
      'flexOffer.totalEnergyConstraint',
    ]);
    const list = [
      { lower: 0, upper: 1 },
      { lower: 0, upper: 2 },
    ];
    expect(pathsOf(read([{ ...slice(0, 1, 2), energyConstraintList: list }]))).toEqual([
      `${place}.energyConstraintList`,
    ]);
    expect(pathsOf(read([{ ...slice(0, 1), DependencyEnergyConstraintList: [[0, 1, 1]] }]))).toEqual([
      `${place}.DependencyEnergyConstraintList`,
    ]);
    expect(pathsOf(read([slice(0, 1)], { locationID: 'lu.north' }))).toEqual(['flexOffer.locationID']);
  });
});
