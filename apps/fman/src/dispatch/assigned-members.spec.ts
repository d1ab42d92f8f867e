import { describe, expect, it } from '@jest/globals';
import { aggregate, type FlexOffer } from '#flexoffer';
import { contentOf } from '../flexoffers/flex-offer-content.js';
import { memberColumns } from '../portfolio/member-columns.js';
import { testOffer } from '../testing/test-offers.js';
import { assignedMembers } from './assigned-members.js';

const OPTIONS = {
  zoneDepth: 1,
  startToleranceIntervals: 0,
  timeFlexibilityToleranceIntervals: 0,
  aggregatorId: 'a',
};

function columnsOf(offers: readonly FlexOffer[]) {
  const [whole, ...others] = aggregate(offers, OPTIONS);
  if (whole === undefined || others.length > 0) throw new Error('expected one aggregate');
  const members = whole.members.map(({ offer, offsetIntervals }) => ({
    offer: contentOf(offer),
    contentHash: '',
    offsetIntervals,
  }));
  const { start } = whole.offer.defaultSchedule;
  return { columns: memberColumns(members), start };
}

const withoutDevice = (offer: FlexOffer): FlexOffer => {
  const { deviceId: _deviceId, ...rest } = offer;
  return rest;
};

describe('assignedMembers', () => {
  it('FM-03 tells each member with a device its part, and nobody who has left', () => {
    const { columns, start } = columnsOf([
      testOffer('a'),
      withoutDevice(testOffer('b')),
      testOffer('c'),
      testOffer('d'),
    ]);
    const told = assignedMembers('ag', columns, { start, energiesWh: [4004, 4000] }, new Set(['c']));
    expect(told).toEqual({
      aggregateId: 'ag',
      flexOfferIds: ['a', 'd'],
      deviceIds: ['device-of-a', 'device-of-d'],
      flexibilityIds: ['heat-pump', 'heat-pump'],
      starts: [start, start],
      lengths: [2, 2],
      energiesWh: [1001, 1000, 1001, 1000],
    });
  });

  it('FM-03 gives a single member of variable duration the durations that were sold', () => {
    const longer = { ...testOffer('a') };
    const slices = longer.slices.map((slice) => ({ ...slice, maxDuration: 2 }));
    const defaultSchedule = { ...longer.defaultSchedule, energiesWh: [500, 500, 1000], durations: [2, 1] };
    const { columns, start } = columnsOf([{ ...longer, slices, defaultSchedule }]);
    const schedule = { start, energiesWh: [400, 400, 900], durations: [2, 1] };
    expect(assignedMembers('ag', columns, schedule, new Set())).toMatchObject({
      lengths: [3],
      energiesWh: [400, 400, 900],
      durations: [[2, 1]],
    });
  });
});
