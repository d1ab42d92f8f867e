import { describe, expect, it } from '@jest/globals';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { aMessage } from '../testing/a-message.js';
import { readOptions } from '../testing/read-options.js';
import { instantOf } from '../time.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';

function read(json: unknown, options: Partial<ReadOptions> = {}): FlexOffer {
  const result = readFlexOffer(json, readOptions(options));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

function faultsOf(json: unknown, options: Partial<ReadOptions> = {}): readonly Fault[] {
  const result = readFlexOffer(json, readOptions(options));
  return result.ok ? [] : result.faults;
}

const slice = (lower: unknown, upper: unknown, more: object = {}) => ({
  energyConstraintList: [{ lower, upper }],
  ...more,
});
const profile = (...slices: readonly object[]) => ({ flexOfferProfileConstraints: slices });

describe('readFlexOffer', () => {
  it('FO-01 fills in what a device leaves out', () => {
    expect(read(aMessage(), { deviceId: 'd-1', flexibilityId: 'hp-1', state: 'offered' })).toEqual({
      id: 'given-id',
      state: 'offered',
      offeredById: 'p-1',
      deviceId: 'd-1',
      flexibilityId: 'hp-1',
      gridNode: 'z.a.given',
      creation: instantOf(1_964_000),
      acceptanceBefore: instantOf(1_964_000),
      assignmentBefore: instantOf(1_964_000),
      startAfter: 1_964_000,
      startBefore: 1_964_004,
      slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 }],
      defaultSchedule: { start: 1_964_000, energiesWh: [500] },
      price: { up: 0, down: 0 },
      origin: { dialect: 'specification-2' },
    });
  });

  it("FO-01 takes the message's own id, state and node, and ignores nulls", () => {
    const message = aMessage({ id: 17, state: 'Accepted', locationID: 'z.b', stateReason: null });
    expect(read(message)).toMatchObject({ id: '17', state: 'accepted', gridNode: 'z.b' });
    expect(read(aMessage({ id: -1, locationId: {} }))).toMatchObject({
      id: 'given-id',
      gridNode: 'z.a.given',
    });
  });

  it.each([
    ['lower and upper', { energyConstraintList: [{ lower: '0.1', upper: 0.9 }] }],
    ['lowerBound and upperBound', { energyConstraintList: [{ lowerBound: 0.1, upperBound: ' 0.9 ' }] }],
    ['bounds by size instead of value', { energyConstraintList: [{ lowerBound: 0.9, upperBound: 0.1 }] }],
    ['a single energyConstraint', { energyConstraint: { lower: 0.1, upper: 0.9 } }],
    ['values between whole watt-hours', { energyConstraintList: [{ lower: 0.0994, upper: 0.9006 }] }],
  ])('FO-01 reads %s', (_, constraint) => {
    expect(read(aMessage(profile(constraint))).slices).toEqual([
      { minDuration: 1, maxDuration: 1, lowerWh: 100, upperWh: 900 },
    ]);
  });

  it('FO-01 reads bounds too close for a whole watt-hour as one value', () => {
    expect(read(aMessage(profile(slice(0.0002, 0.0009)))).slices[0]).toMatchObject({
      lowerWh: 1,
      upperWh: 1,
    });
  });

  it('FO-04 turns production-positive energies, totals, schedules and prices', () => {
    const message = aMessage({
      ...profile(slice(-1, 3, { priceConstraint: { minPrice: -0.1, maxPrice: 0.2 } })),
      totalEnergyConstraint: { lower: 0, upper: 2 },
      defaultSchedule: { startTime: '2026-01-05T08:00:00Z', scheduleSlices: [{ energyAmount: '2' }] },
    });
    expect(read(message, { sign: 'production-positive' })).toMatchObject({
      slices: [{ lowerWh: -3000, upperWh: 1000 }],
      totalEnergy: { lowerWh: -2000, upperWh: 0 },
      defaultSchedule: { energiesWh: [-2000] },
      price: { up: 100_000, down: 200_000 },
    });
  });

  it.each([
    ['k', 1000],
    ['1', 1],
    ['M', 1_000_000],
  ])('FO-04 reads the multiplier %s', (multiplier, upperWh) => {
    expect(read(aMessage({ unit: 'Wh', multiplier })).slices[0]?.upperWh).toBe(upperWh);
  });

  it("FO-01 takes the total of the specification's example, a list of lists of one", () => {
    const message = aMessage({
      ...profile(slice(0, 5), slice(0, 5)),
      totalEnergyConstraint: [{ lower: [6], upper: [8] }],
    });
    expect(read(message)).toMatchObject({
      totalEnergy: { lowerWh: 6000, upperWh: 8000 },
      defaultSchedule: { energiesWh: [3000, 3000] },
    });
  });

  it('FO-01 keeps a total that only rounding put out of reach', () => {
    const third = slice(0.3334, 0.3334);
    const message = aMessage({
      ...profile(third, third, third),
      totalEnergyConstraint: { lower: 1.0002, upper: 1.0002 },
    });
    expect(read(message).totalEnergy).toEqual({ lowerWh: 999, upperWh: 999 });
  });
});

describe('what readFlexOffer refuses', () => {
  it.each([null, 'text', [], 3])('FO-01 refuses %j', (json) => {
    expect(faultsOf(json, { path: 'flexOffer[2]' })).toEqual([
      { path: 'flexOffer[2]', message: 'must be an object' },
    ]);
  });

  it('FO-01 tells every fault with its path', () => {
    const message = {
      state: 'Adaptation',
      offeredById: 'p-2',
      creationTime: 'yesterday',
      startAfterTime: '2026-01-05T08:00:00Z',
      startAfterInterval: 1_964_001,
      numSecondsPerInterval: 3600,
      flexOfferProfileConstraints: [slice('much', 1), { minDuration: 0 }, 7],
      defaultSchedule: { scheduleSlices: [{ duration: 1.5 }] },
      flexOfferSchedule: { startTime: '2026-01-05T08:01:00Z', scheduleSlices: [{ energyAmount: 1 }] },
    };
    expect(
      faultsOf(message, { path: 'flexOffer[0]' })
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      [
        'flexOffer[0].creationTime',
        'flexOffer[0].defaultSchedule.scheduleSlices[0].duration',
        'flexOffer[0].defaultSchedule.scheduleSlices[0].energyAmount',
        'flexOffer[0].defaultSchedule.startTime',
        'flexOffer[0].flexOfferProfileConstraints[0].energyConstraintList[0].lower',
        'flexOffer[0].flexOfferProfileConstraints[1].energyConstraintList',
        'flexOffer[0].flexOfferProfileConstraints[1].minDuration',
        'flexOffer[0].flexOfferProfileConstraints[2]',
        'flexOffer[0].flexOfferSchedule.startTime',
        'flexOffer[0].numSecondsPerInterval',
        'flexOffer[0].offeredById',
        'flexOffer[0].startAfterInterval',
        'flexOffer[0].startBeforeTime',
        'flexOffer[0].state',
      ].sort(),
    );
  });

  it.each([
    ['powerFactorConstraint', { powerFactorConstraint: { lower: 0.9, upper: 1 } }],
    ['totalCostConstraint', { totalCostConstraint: { lower: 0, upper: 1 } }],
    ['unit', { unit: 'VAh' }],
    ['unit', { unit: 'V', multiplier: '1' }],
    ['flexOfferProfilType', { flexOfferProfilType: 'voltage' }],
    ['numSecondsPerInterval', { numSecondsPerInterval: 3600 }],
    ['endBeforeTime', { endBeforeTime: '2026-01-05T09:00:00Z' }],
    [
      'flexOfferProfileConstraints[0].energyConstraintList',
      profile({
        energyConstraintList: [
          { lower: 0, upper: 1 },
          { lower: 2, upper: 3 },
        ],
      }),
    ],
    ['flexOfferProfileConstraints[0].energyConstraintList[0].lower', profile(slice([0, 0], 1))],
  ])('FO-01 refuses %s by name instead of dropping it', (path, changes) => {
    expect(faultsOf(aMessage(changes))).toEqual([
      { path, message: expect.stringContaining('not supported') },
    ]);
  });

  it.each([
    ['no slices', { flexOfferProfileConstraints: [] }],
    ['null instead of slices', { flexOfferProfileConstraints: null }],
    ['too many slices', profile(...Array.from({ length: 673 }, () => slice(0, 1)))],
    ['a slice too long', profile(slice(0, 1, { minDuration: 1e9 }))],
  ])('FO-01 refuses %s once', (_, changes) => {
    expect(faultsOf(aMessage(changes)).map(({ path }) => path)).toEqual(['flexOfferProfileConstraints']);
  });

  it('FO-01 refuses a schedule too long to lay out', () => {
    const defaultSchedule = {
      startTime: '2026-01-05T08:00:00Z',
      scheduleSlices: [{ duration: 1e15, energyAmount: 1 }],
    };
    expect(faultsOf(aMessage({ defaultSchedule })).map(({ path }) => path)).toEqual([
      'defaultSchedule.scheduleSlices',
    ]);
  });

  it('FO-01 refuses two names of one field that disagree', () => {
    expect(
      faultsOf(aMessage(profile({ energyConstraintList: [{ lower: 0, lowerBound: 1, upper: 2 }] }))),
    ).toEqual([
      {
        path: 'flexOfferProfileConstraints[0].energyConstraintList[0].lowerBound',
        message: 'contradicts lower',
      },
    ]);
  });

  it('FO-04 refuses energies beyond any participant', () => {
    const faults = faultsOf(aMessage(profile(slice(0, 1e300))));
    expect(faults.map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0].energyConstraintList[0].upper',
    ]);
  });
});
