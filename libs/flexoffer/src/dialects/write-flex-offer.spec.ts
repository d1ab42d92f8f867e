import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { writeFlexOffer } from './write-flex-offer.js';
import { writeSchedule, writeScheduleAs } from './write-schedule.js';

const offer = anOffer({
  startAfter: 1_964_000,
  slices: [{ minDuration: 1, maxDuration: 1, lowerWh: -500, upperWh: 1250 }],
  totalEnergy: { lowerWh: 0, upperWh: 1000 },
  price: { up: 50_000, down: 60_000 },
});

describe('writeFlexOffer', () => {
  it('FO-04 writes production-positive kWh with bounds and prices turned', () => {
    expect(writeFlexOffer(offer, { sign: 'production-positive' })).toMatchObject({
      flexOfferProfileConstraints: [
        {
          energyConstraintList: [{ lowerBound: -1.25, upperBound: 0.5 }],
          tariffConstraint: { minTariff: -0.05, maxTariff: 0.06 },
        },
      ],
      totalEnergyConstraint: { lower: -1, upper: 0 },
    });
  });

  it('FO-04 writes consumption-positive kWh as they are inside', () => {
    expect(writeFlexOffer(offer, { sign: 'consumption-positive' })).toMatchObject({
      flexOfferProfileConstraints: [
        {
          energyConstraintList: [{ lowerBound: -0.5, upperBound: 1.25 }],
          tariffConstraint: { minTariff: -0.06, maxTariff: 0.05 },
        },
      ],
      totalEnergyConstraint: { lower: 0, upper: 1 },
    });
  });

  it('FO-01 writes instants as UTC times and as intervals', () => {
    expect(writeFlexOffer(offer, { sign: 'consumption-positive' })).toMatchObject({
      startAfterTime: '2026-01-05T08:00:00Z',
      startAfterInterval: 1_964_000,
      acceptBeforeTime: '2026-01-05T07:00:00Z',
      acceptBeforeInterval: 1_963_996,
    });
  });
});

describe('the forms in which writeFlexOffer writes', () => {
  const sign = 'consumption-positive';

  it('FO-01 are the one asked for, else the one in which the offer came, else the first of the specification', () => {
    const arrived = { ...offer, origin: { dialect: 'slices' as const, unknownFields: { note: 1 } } };
    expect(writeFlexOffer(offer, { sign })).toHaveProperty('acceptBeforeTime');
    expect(writeFlexOffer(arrived, { sign })).toMatchObject({ slices: [{ durationSeconds: 900 }], note: 1 });
    expect(writeFlexOffer(arrived, { sign, dialect: 'specification-1' })).toEqual(
      writeFlexOffer(offer, { sign }),
    );
  });

  it('FO-01 the second chapter of the specification', () => {
    const assigned = { ...offer, schedule: offer.defaultSchedule };
    expect(writeFlexOffer(assigned, { sign, dialect: 'specification-2' })).toMatchObject({
      flexOfferProfileConstraints: [
        {
          energyConstraintList: [{ lower: -0.5, upper: 1.25 }],
          priceConstraint: { minPrice: -0.06, maxPrice: 0.05 },
        },
      ],
      schedule: { startTime: '2026-01-05T08:00:00Z' },
    });
  });

  it('FO-01 the demonstration sites: capitals, Java instants, ends, nulls', () => {
    expect(writeFlexOffer(offer, { sign, dialect: 'demo-site' })).toMatchObject({
      state: 'Offered',
      stateReason: null,
      locationId: {},
      assignment: 'obligatory',
      acceptanceBeforeTime: '2026-01-05T07:00:00.000+0000',
      acceptanceBeforeInterval: 1_963_996,
      endAfterInterval: 1_964_001,
      endBeforeTime: '2026-01-05T09:15:00.000+0000',
      flexOfferTariffConstraint: null,
      flexOfferSchedule: null,
    });
  });

  it.each([
    ['17', 17],
    ['017', -1],
    ['fo-1', -1],
    ['99999999999999999', -1],
  ])('FO-01 the market: its own fields, and the id %s as %d', (id, number) => {
    const { totalEnergy: _, ...plain } = { ...offer, id, creation: offer.creation + 999 };
    expect(writeFlexOffer(plain, { sign: 'production-positive', dialect: 'market' })).toEqual({
      id: number,
      offeredById: 'p-1',
      assignment: 'obligatory',
      creationTime: '2026-01-05T06:00:00Z',
      assignmentBeforeTime: '2026-01-05T07:30:00Z',
      startAfterTime: '2026-01-05T08:00:00Z',
      startBeforeTime: '2026-01-05T09:00:00Z',
      flexOfferProfileConstraints: [
        {
          minDuration: 1,
          maxDuration: 1,
          energyConstraintList: [{ lowerBound: -1.25, upperBound: 0.5 }],
          tariffConstraint: { minTariff: -0.05, maxTariff: 0.06 },
        },
      ],
    });
  });

  it('FO-01 the older one: seconds, energies of slices, one price for both directions', () => {
    const slice = { minDuration: 2, maxDuration: 3, lowerWh: 0, upperWh: 2000 };
    const older = anOffer({
      startAfter: 1_964_000,
      slices: [slice, { ...slice, minDuration: 1, price: { up: 2_000_000, down: 2_000_000 } }],
      defaultSchedule: { start: 1_964_000, energiesWh: [500, 500, 700, 700], durations: [2, 2] },
    });
    expect(writeFlexOffer(older, { sign, dialect: 'slices' })).toMatchObject({
      durationSeconds: 3600,
      slices: [
        { durationSeconds: 1800, tariffConstraint: { lower: -0.06, upper: 0.05 } },
        { durationSeconds: 1800, costPerEnergyUnitLimit: 2 },
      ],
      startAfterTime: '2026-01-05T08:00:00+00:00',
      defaultSchedule: { startTime: '2026-01-05T08:00:00+00:00', energyAmounts: [1, 1.4] },
    });
  });

  it('FO-04 in another unit, which the message says', () => {
    const written = writeFlexOffer(offer, { sign, dialect: 'slices', multiplier: '1' });
    expect(written).toMatchObject({
      unit: 'Wh',
      multiplier: '1',
      slices: [{ energyConstraint: { lower: -500 } }],
    });
    expect(writeFlexOffer(offer, { sign, unit: 'Wh' })).toMatchObject({ unit: 'Wh', multiplier: 'k' });
    expect(writeFlexOffer(offer, { sign })).not.toHaveProperty('unit');
  });
});

describe('writeSchedule', () => {
  it('FO-01 writes one slice for each interval in the sign of the reader', () => {
    const schedule = { start: 1_964_000, energiesWh: [400, 0] };
    expect(writeSchedule(schedule, { sign: 'production-positive' })).toEqual({
      startTime: '2026-01-05T08:00:00Z',
      numSecondsPerInterval: 900,
      scheduleSlices: [
        { duration: 1, energyAmount: -0.4 },
        { duration: 1, energyAmount: 0 },
      ],
    });
  });

  it('FO-01 writes one entry for each slice of variable duration that is spread evenly', () => {
    const slices = (energiesWh: number[]) =>
      writeSchedule({ start: 1_964_000, energiesWh, durations: [2, 1] }, { sign: 'consumption-positive' })
        .scheduleSlices;
    expect(slices([2, 1, 5])).toEqual([
      { duration: 2, energyAmount: 0.003 },
      { duration: 1, energyAmount: 0.005 },
    ]);
    expect(slices([1, 2, 5])).toHaveLength(3);
  });

  it('FO-01 writes the answer in the form in which the offer came', () => {
    const schedule = { start: 1_964_000, energiesWh: [400] };
    const options = { sign: 'consumption-positive' } as const;
    expect(writeScheduleAs('slices', schedule, offer.slices, options)).toEqual({
      startTime: '2026-01-05T08:00:00+00:00',
      energyAmounts: [0.4],
    });
    const scheduleSlices = [{ duration: 1, energyAmount: 0.4 }];
    expect(writeScheduleAs('demo-site', schedule, offer.slices, options)).toEqual({
      startTime: '2026-01-05T08:00:00.000+0000',
      scheduleSlices,
    });
    expect(writeScheduleAs('market', schedule, offer.slices, options)).toEqual({
      startTime: '2026-01-05T08:00:00Z',
      scheduleSlices,
    });
    expect(writeScheduleAs('specification-2', schedule, offer.slices, options)).toEqual(
      writeSchedule(schedule, options),
    );
  });
});
