import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { writeFlexOffer, writeSchedule } from './write-flex-offer.js';

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
});
