import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/a-message.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOffer } from './read-flex-offer.js';

function defaultOf(slices: readonly object[], scheduleSlices: readonly object[], more: object = {}) {
  const message = aMessage({
    flexOfferProfileConstraints: slices,
    defaultSchedule: { startInterval: 1_964_001, scheduleSlices },
    ...more,
  });
  const read = readFlexOffer(message, readOptions());
  return read.ok ? read.value.defaultSchedule : read.faults;
}

const slice = (lower: number, upper: number, minDuration = 1) => ({
  energyConstraint: { lower, upper },
  minDuration,
});

describe('a schedule as it is read', () => {
  it('FO-01 is laid out in single intervals that sum exactly to its slices', () => {
    expect(defaultOf([slice(0, 1, 3)], [{ duration: 3, energyAmount: 0.1 }])).toEqual({
      start: 1_964_001,
      energiesWh: [34, 33, 33],
    });
  });

  it('FO-01 keeps its sum where every energy has a fraction', () => {
    const third = { energyAmount: 0.0333333 };
    expect(defaultOf([slice(0, 1), slice(0, 1), slice(0, 1)], [third, third, third])).toMatchObject({
      energiesWh: [33, 34, 33],
    });
  });

  it('FO-01 fits equal parts of a fixed slice to the way that the slice is split', () => {
    const third = { energyAmount: 1 / 3 };
    expect(defaultOf([slice(1, 1, 3)], [third, third, third])).toMatchObject({ energiesWh: [334, 333, 333] });
  });

  it('FO-01 comes back into bounds and totals that rounding moved', () => {
    const slices = [slice(0, 0.0334), slice(0, 0.0334)];
    const amounts = [{ energyAmount: 0.0334 }, { energyAmount: 0.0334 }];
    expect(defaultOf(slices, amounts)).toMatchObject({ energiesWh: [33, 33] });
    const total = { totalEnergyConstraint: { lower: 0, upper: 0.0655 } };
    expect(
      defaultOf([slice(0, 1), slice(0, 1)], [{ energyAmount: 0.03275 }, { energyAmount: 0.03275 }], total),
    ).toMatchObject({
      energiesWh: [32, 33],
    });
  });

  it('FO-01 is left as it is where more than rounding is wrong', () => {
    expect(defaultOf([slice(0, 1)], [{ energyAmount: 1.002 }])).toMatchObject({ energiesWh: [1002] });
    expect(defaultOf([slice(0, 1)], [{ energyAmount: 1 }, { energyAmount: 1 }])).toMatchObject({
      energiesWh: [1000, 1000],
    });
    const total = { totalEnergyConstraint: { lower: 0, upper: 0.5 } };
    expect(defaultOf([slice(0, 1)], [{ energyAmount: 0.6 }], total)).toMatchObject({ energiesWh: [600] });
  });
});
