import { describe, expect, it } from '@jest/globals';
import { acceptanceFaults, instantOf, readFlexOffer } from '#flexoffer';
import { readCommunity } from '../community/community.js';
import type { Prosumer } from '../community/prosumer.js';
import { chargerFlexibility } from './charger-flexibility.js';
import { flexOfferMessage } from './flex-offer-message.js';
import type { Flexibility } from './flexibility.js';
import { siteFlexibilities } from './site-flexibility.js';

const community = readCommunity();
const offers: { readonly prosumer: Prosumer; readonly flexibility: Flexibility }[] = [
  ...community.sites.flatMap((site) =>
    siteFlexibilities(site).map((flexibility) => ({ prosumer: site.prosumer, flexibility })),
  ),
  ...community.chargers.flatMap((charger) => {
    const flexibility = chargerFlexibility(charger);
    return flexibility === undefined ? [] : [{ prosumer: charger.prosumer, flexibility }];
  }),
];

describe('the FlexOffers of the devices', () => {
  it('FO-01 FO-04 are read and accepted as they were meant, in both sign conventions', () => {
    for (const { prosumer, flexibility } of offers) {
      const now = instantOf(flexibility.offeredAt);
      const read = readFlexOffer(flexOfferMessage(flexibility, prosumer.signConvention), {
        sign: prosumer.signConvention,
        now,
        id: flexibility.flexibilityId,
        offeredById: prosumer.participantId,
        gridNode: prosumer.gridNode,
      });
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      expect(acceptanceFaults(read.value, { now })).toEqual([]);
      expect(read.value).toMatchObject({
        startAfter: flexibility.startAfter,
        startBefore: flexibility.startBefore,
        slices: flexibility.slices,
        defaultSchedule: { start: flexibility.startAfter, energiesWh: flexibility.defaultWh },
        price: { up: flexibility.price, down: flexibility.price },
      });
      const { totalEnergyWh } = flexibility;
      if (totalEnergyWh !== undefined)
        expect(read.value.totalEnergy).toEqual({ lowerWh: totalEnergyWh, upperWh: totalEnergyWh });
    }
  });
});
