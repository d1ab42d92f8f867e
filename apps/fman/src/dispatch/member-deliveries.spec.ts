import { describe, expect, it } from '@jest/globals';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';
import { memberDeliveries, type ScheduledMember } from './member-deliveries.js';

const START = 1_964_000;

/** Two intervals of 1 kWh by default, from START on. */
function member(id: string, start: number, energiesWh: readonly number[]): ScheduledMember {
  const offer: FlexOfferContent = {
    id,
    offeredById: `owner-of-${id}`,
    deviceId: `device-of-${id}`,
    gridNode: 'z.a',
    creation: 0,
    acceptanceBefore: 0,
    assignmentBefore: 0,
    startAfter: START,
    startBefore: START + 4,
    slices: [
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
    ],
    defaultSchedule: { start: START, energiesWh: [1000, 1000] },
    price: { up: 0, down: 0 },
  };
  return { offer, schedule: { start, energiesWh } };
}

const trade = (tradeId: string, interval: number, changeWh: number) => ({
  tradeId,
  buyerId: 'dso',
  interval,
  changeWh,
  price: 100_000,
});

describe('the deliveries of a traded aggregate', () => {
  it('FM-03 name default, schedule and part of each member that delivers', () => {
    const members = [member('a', START, [400, 1000]), member('b', START, [1000, 1000])];
    expect(memberDeliveries(members, [trade('t1', START, 600)])).toEqual([
      {
        tradeId: 't1',
        flexOfferId: 'a',
        participantId: 'owner-of-a',
        deviceId: 'device-of-a',
        interval: START,
        orderedWh: 600,
        defaultWh: 1000,
        scheduledWh: 400,
      },
    ]);
  });

  it('FM-03 count a moved start as less where it would have run and more where it runs now', () => {
    const moved = [member('a', START + 1, [1000, 1000])];
    const deliveries = memberDeliveries(moved, [trade('t1', START, 1000), trade('t2', START + 2, -1000)]);
    expect(
      deliveries.map(({ interval, orderedWh, defaultWh, scheduledWh }) => [
        interval,
        orderedWh,
        defaultWh,
        scheduledWh,
      ]),
    ).toEqual([
      [START, 1000, 1000, 0],
      [START + 2, -1000, 0, 1000],
    ]);
  });

  it('FM-03 serve several trades of one interval without promising anything twice', () => {
    const members = [member('a', START, [0, 1000]), member('b', START, [500, 1000])];
    const sold = [trade('t2', START, 700), trade('t1', START, 800)];
    const deliveries = memberDeliveries(members, sold);
    const total = (key: 'tradeId' | 'flexOfferId', value: string): number =>
      deliveries.filter((each) => each[key] === value).reduce((sum, each) => sum + each.orderedWh, 0);
    expect([total('tradeId', 't1'), total('tradeId', 't2')]).toEqual([800, 700]);
    expect([total('flexOfferId', 'a'), total('flexOfferId', 'b')]).toEqual([1000, 500]);
    expect(memberDeliveries(members, sold.toReversed())).toEqual(deliveries);
  });
});
