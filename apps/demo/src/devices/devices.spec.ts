import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import { FIRST_POLL, LAST_POLL, NIGHT_END } from '../calendar/demo-day.js';
import { readCommunity } from '../community/community.js';
import { chargerFlexibility, chargingAtOnce } from './charger-flexibility.js';
import { flexOfferMessage } from './flex-offer-message.js';
import type { Flexibility } from './flexibility.js';
import { receivedSchedule } from './received-schedule.js';
import { siteFlexibilities } from './site-flexibility.js';

const community = readCommunity();
const chargerOffers = community.chargers.flatMap((charger) => chargerFlexibility(charger) ?? []);
const siteOffers = community.sites.flatMap(siteFlexibilities);
const offers: Flexibility[] = [...chargerOffers, ...siteOffers];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('what the devices offer', () => {
  it('is enough to trade 150 offers, most cars among it', () => {
    expect(chargerOffers.length).toBeGreaterThan(60);
    expect(siteOffers.length).toBeGreaterThan(700);
    expect(new Set(offers.map(({ flexibilityId }) => flexibilityId)).size).toBe(offers.length);
  });

  it('FO-05 keeps every deadline in order, and inside the demo', () => {
    for (const offer of offers) {
      const tradedBy = instantOf(offer.offeredAt) + offer.minutesToTrade * 60_000;
      expect(offer.offeredAt).toBeGreaterThanOrEqual(FIRST_POLL);
      expect(tradedBy).toBeLessThan(instantOf(offer.startAfter));
      expect(tradedBy).toBeLessThanOrEqual(instantOf(LAST_POLL));
      expect(offer.startAfter).toBeLessThanOrEqual(offer.startBefore);
      expect(offer.startBefore + offer.slices.length).toBeLessThanOrEqual(NIGHT_END);
    }
  });

  it('has a default schedule inside all bounds, in whole Wh', () => {
    for (const { slices, defaultWh, totalEnergyWh } of offers) {
      expect(defaultWh).toHaveLength(slices.length);
      for (const [index, { lowerWh, upperWh }] of slices.entries()) {
        expect([lowerWh, upperWh, defaultWh[index]].every(Number.isSafeInteger)).toBe(true);
        expect(defaultWh[index]).toBeGreaterThanOrEqual(lowerWh);
        expect(defaultWh[index]).toBeLessThanOrEqual(upperWh);
      }
      if (totalEnergyWh !== undefined) expect(sum(defaultWh)).toBe(totalEnergyWh);
    }
  });

  it('charges every car that cannot wait with exactly its energy', () => {
    const hurried = community.chargers.filter((charger) => chargerFlexibility(charger) === undefined);
    expect(hurried.length).toBeGreaterThan(0);
    for (const charger of hurried) {
      const energies = chargingAtOnce(charger);
      expect(energies).toHaveLength(charger.pluggedOut - charger.pluggedIn);
      expect(sum(energies)).toBe(charger.energyWh);
    }
  });
});

describe('FO-04 the sign of a device that counts production as positive', () => {
  it('turns energies round and swaps bounds, and reads its schedules back', () => {
    for (const offer of chargerOffers) {
      const written = flexOfferMessage(offer, 'production-positive');
      const [bounds] = written.flexOfferProfileConstraints[0]?.energyConstraintList ?? [];
      expect(bounds).toEqual({ lower: -(offer.slices[0]?.upperWh ?? 0) / 1000, upper: 0 });
      const schedule = {
        ...written.defaultSchedule,
        scheduleId: 's',
        flexibilityId: offer.flexibilityId,
        flexOfferId: 'o',
        scheduleSlices: [...written.defaultSchedule.scheduleSlices],
      };
      expect(receivedSchedule(schedule, 'production-positive').schedule).toEqual({
        start: offer.startAfter,
        energiesWh: offer.defaultWh,
      });
    }
  });

  it('spreads a slice of several quarter-hours without losing a Wh', () => {
    const schedule = {
      scheduleId: 's',
      flexibilityId: 'f',
      flexOfferId: 'o',
      startTime: '2024-01-31T08:00:00Z',
      scheduleSlices: [{ duration: 3, energyAmount: -0.007 }],
    };
    expect(receivedSchedule(schedule, 'production-positive').schedule.energiesWh).toEqual([3, 2, 2]);
    expect(receivedSchedule(schedule, 'consumption-positive').schedule.energiesWh).toEqual([-2, -2, -3]);
  });
});
