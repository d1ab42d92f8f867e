import { describe, expect, it } from '@jest/globals';
import type { Schedule } from '#flexoffer';
import { DAY_START, EARLIER_DAYS, FIRST_POLL, QUARTERS_A_DAY, isoOfInterval } from '../calendar/demo-day.js';
import { readCommunity } from '../community/community.js';
import { SITE_TRAITS } from '../community/site-kind.js';
import { chargerFlexibility } from '../devices/charger-flexibility.js';
import { siteFlexibilities } from '../devices/site-flexibility.js';
import { chargerEnergies, isOverridden, siteEnergies } from './behaviour.js';
import { dayReadings, historyReadings } from './readings.js';

const community = readCommunity();
const none = (): undefined => undefined;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Everybody does the most of each offer, as late as it may. */
const schedules = new Map<string, Schedule>();
for (const site of community.sites)
  for (const { flexibilityId, startBefore, slices } of siteFlexibilities(site))
    schedules.set(flexibilityId, { start: startBefore, energiesWh: slices.map(({ upperWh }) => upperWh) });
for (const charger of community.chargers) {
  const flexibility = chargerFlexibility(charger);
  if (flexibility)
    schedules.set(flexibility.flexibilityId, {
      start: flexibility.startBefore,
      energiesWh: flexibility.defaultWh,
    });
}
const assigned = (flexibilityId: string): Schedule | undefined => schedules.get(flexibilityId);

describe('ST-01 the meter data', () => {
  it('has every quarter-hour of the earlier days for every main meter, from the past alone', () => {
    const readings = [...historyReadings(community)];
    const quarters = EARLIER_DAYS * QUARTERS_A_DAY - (DAY_START - FIRST_POLL);
    expect(readings).toHaveLength(community.sites.length * quarters);
    expect(readings.every(({ intervalStart }) => intervalStart < isoOfInterval(FIRST_POLL))).toBe(true);
  });

  it('names each meter and interval of the day once, in whole Wh that are not negative', () => {
    const readings = [...dayReadings(community, assigned)];
    const keys = new Set(readings.map(({ meterId, intervalStart }) => `${meterId} ${intervalStart}`));
    expect(keys.size).toBe(readings.length);
    expect(readings.every(({ importWh }) => Number.isSafeInteger(importWh) && importWh >= 0)).toBe(true);
  });

  it('shows the measured load of sites that traded nothing', () => {
    const bySite = community.sites.map((site) => siteEnergies(site, none).size);
    expect(sum(bySite)).toBe(0);
  });

  it('gives every car exactly its energy, whatever it was told', () => {
    for (const charger of community.chargers) {
      expect(sum(chargerEnergies(charger, none).values())).toBe(charger.energyWh);
      expect(sum(chargerEnergies(charger, assigned).values())).toBe(charger.energyWh);
    }
    const cars = [...dayReadings(community, assigned)].filter(({ source }) => source === 'submeter');
    expect(sum(cars.map(({ importWh }) => importWh))).toBe(
      sum(community.chargers.map(({ energyWh }) => energyWh)),
    );
  });
});

describe('ST-04 how devices carry out their schedules', () => {
  it('leaves a few of them in the hands of an occupant', () => {
    const devices = [...community.sites, ...community.chargers].map(({ prosumer }) => prosumer.deviceId);
    const overridden = devices.filter(isOverridden).length;
    expect(overridden).toBeGreaterThan(0);
    expect(overridden).toBeLessThan(devices.length / 8);
  });

  it('lets a site miss its schedule only by its unmanaged part, and an overridden one by half the change', () => {
    for (const site of community.sites) {
      const unmanaged = 1 - SITE_TRAITS[site.kind].managedPercent / 100;
      const energies = siteEnergies(site, assigned);
      for (const { startAfter, defaultWh, slices } of siteFlexibilities(site))
        for (const [index, { upperWh }] of slices.entries()) {
          const expected = defaultWh[index] ?? 0;
          const surprise = unmanaged * (site.load.at(startAfter + index) - expected);
          const missing = isOverridden(site.prosumer.deviceId) ? (upperWh - expected) / 2 : 0;
          const metered = energies.get(startAfter + index) ?? Number.NaN;
          expect(Math.abs(metered - Math.max(0, upperWh - missing + surprise))).toBeLessThanOrEqual(0.5);
        }
    }
  });
});
