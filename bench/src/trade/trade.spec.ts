import { describe, expect, it } from '@jest/globals';
import {
  acceptanceFaults,
  aggregate,
  instantOf,
  intervalOf,
  kwhOfWh,
  readFlexOffer,
  type FlexOffer,
} from '#flexoffer';
import { clear } from '#scheduling';
import { buyRequests } from './buy-requests.js';
import { boundsFault } from './check.js';
import { feederOfDevice } from './grid.js';
import { offersOf, type TradeOffer } from './offers.js';
import { flexOfferMessage } from './poll-message.js';
import { roundOf } from './round.js';

const ROUND = roundOf(1);
const OFFERS = offersOf(ROUND, 300, 100);

function readOffer(offer: TradeOffer): FlexOffer {
  const result = readFlexOffer(flexOfferMessage(offer, ROUND), {
    sign: 'consumption-positive',
    path: 'flexOffer',
    now: ROUND.polls,
    id: offer.flexibilityId,
    offeredById: `prosumer-${offer.device}`,
    gridNode: feederOfDevice(offer.device),
    state: 'offered',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

/** The wire's kWh as whole Wh. */
const wh = (kwh: number): number => Math.round(kwh * 1000);

describe('the offers of the trade benchmark', () => {
  it('are the same every time, and others in the next round', () => {
    expect(offersOf(ROUND, 300, 100)).toEqual(OFFERS);
    expect(offersOf(roundOf(2), 300, 100).map(({ slices }) => slices)).not.toEqual(
      OFFERS.map(({ slices }) => slices),
    );
  });

  it('are all acceptable', () => {
    const faults = OFFERS.flatMap((offer) => acceptanceFaults(readOffer(offer), { now: ROUND.polls }));
    expect(faults).toEqual([]);
  });

  it('all find a buyer for all that they can do in their zone’s direction', () => {
    const aggregates = aggregate(OFFERS.map(readOffer), {
      zoneDepth: 2,
      startToleranceIntervals: 4,
      timeFlexibilityToleranceIntervals: 0,
      aggregatorId: 'aggregator',
    });
    const requests = buyRequests(OFFERS, ROUND);
    const cleared = clear({
      firstInterval: intervalOf(ROUND.gate) + 1,
      buyOrders: requests.map(({ requestId, gridNode, startTime, scheduleChange, energyPrice }) => ({
        orderId: requestId,
        buyerId: 'dso',
        gridNode,
        intervals: scheduleChange.map((change, index) => ({
          interval: intervalOf(Date.parse(startTime)) + index,
          changeWh: wh(change),
          price: wh(energyPrice[index]! * 1000),
        })),
      })),
      sellOrders: aggregates.map(({ id, offer }) => ({
        orderId: id,
        sellerId: 'aggregator',
        gridNode: offer.gridNode,
        offer,
      })),
      capacities: [],
      committed: [],
      transferPrices: [],
      pricing: 'pay-as-bid',
    });
    expect(cleared.assignments).toHaveLength(aggregates.length);
  });
});

describe('the check of a schedule', () => {
  const offer = OFFERS[0]!;
  const schedule = (start: number, energiesWh: readonly number[]) => ({
    scheduleId: 's',
    flexibilityId: offer.flexibilityId,
    startTime: new Date(instantOf(start)).toISOString(),
    scheduleSlices: energiesWh.map((energyWh) => ({ duration: 1, energyAmount: kwhOfWh(energyWh) })),
  });
  const highest = offer.slices.map(({ upperWh }) => upperWh);

  it('accepts what the device can do', () => {
    expect(boundsFault(offer, schedule(offer.startBefore, highest))).toBeUndefined();
  });

  it('finds what it cannot do', () => {
    expect(boundsFault(offer, schedule(offer.startBefore + 1, highest))).toBe('starts outside its window');
    expect(boundsFault(offer, schedule(offer.startAfter, highest.slice(1)))).toBe('has another length');
    const above = highest.map((energyWh, slice) => (slice === 3 ? energyWh + 1 : energyWh));
    expect(boundsFault(offer, schedule(offer.startAfter, above))).toBe('slice 3 is outside its bounds');
  });
});
