import { describe, expect, it } from '@jest/globals';
import { acceptanceFaults, aggregate, disaggregate, readFlexOffer } from './index.js';

describe('the worked example of the README', () => {
  const now = Date.UTC(2026, 0, 5, 7);
  const slice = {
    energyConstraintList: [{ lower: 0, upper: 1 }],
    tariffConstraint: { minTariff: -0.05, maxTariff: 0 },
  };
  const message = {
    startAfterTime: '2026-01-05T08:00:00Z',
    startBeforeTime: '2026-01-05T09:00:00Z',
    flexOfferProfileConstraints: [slice, slice],
  };
  const context = {
    sign: 'consumption-positive',
    now,
    id: 'fo-1',
    offeredById: 'p-1',
    gridNode: 'z.a.cp1',
  } as const;

  it('FM-03 goes from a message to member schedules', () => {
    const read = readFlexOffer(message, context);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(acceptanceFaults(read.value, { now })).toEqual([]);
    const other = { ...read.value, id: 'fo-2', gridNode: 'z.a.cp2' };
    const [whole] = aggregate([read.value, other], {
      zoneDepth: 2,
      startToleranceIntervals: 0,
      timeFlexibilityToleranceIntervals: 0,
      aggregatorId: 'agg-1',
    });
    if (whole === undefined) throw new Error('two offers make one aggregate');
    expect(whole.offer).toMatchObject({
      gridNode: 'z.a',
      startAfter: 1_964_000,
      startBefore: 1_964_004,
      defaultSchedule: { start: 1_964_000, energiesWh: [1000, 1000] },
      price: { up: 0, down: 50_000 },
    });
    expect(disaggregate(whole, { start: 1_964_001, energiesWh: [501, 1000] })).toEqual({
      ok: true,
      value: new Map([
        ['fo-1', { start: 1_964_001, energiesWh: [250, 500] }],
        ['fo-2', { start: 1_964_001, energiesWh: [251, 500] }],
      ]),
    });
  });
});
