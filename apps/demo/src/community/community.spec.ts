import { describe, expect, it } from '@jest/globals';
import { DAY_END, DAY_START, HISTORY_START, QUARTERS_A_DAY } from '../calendar/demo-day.js';
import { readLoadProfiles } from '../extracts/load-profiles.js';
import { readCommunity } from './community.js';
import { ZONES, zoneOf } from './grid.js';
import { SiteLoad } from './site-load.js';
import { zoneShares } from './zone-shares.js';

const community = readCommunity();
const prosumers = [...community.sites, ...community.chargers].map(({ prosumer }) => prosumer);

describe('the community', () => {
  it('is about 200 prosumers, each with ids of its own, spread over all zones', () => {
    expect(prosumers.length).toBeGreaterThan(190);
    expect(prosumers.length).toBeLessThan(210);
    for (const key of ['participantId', 'deviceId', 'meterId', 'contractId', 'gridNode'] as const)
      expect(new Set(prosumers.map((prosumer) => prosumer[key])).size).toBe(prosumers.length);
    for (const zone of ZONES)
      expect(prosumers.filter(({ gridNode }) => zoneOf(gridNode) === zone).length).toBeGreaterThan(60);
  });

  it('FO-04 has some who count production as positive, among sites and chargers', () => {
    for (const members of [community.sites, community.chargers]) {
      const turned = members.filter(({ prosumer }) => prosumer.signConvention === 'production-positive');
      expect(turned.length).toBeGreaterThan(5);
      expect(turned.length).toBeLessThan(members.length / 5);
    }
  });

  it('is the same every time', () => {
    expect(readCommunity()).toEqual(community);
  });

  it('has a grid that names parents before their children, and a connection for everyone', () => {
    const seen = new Set<string>();
    for (const { id, parent } of community.gridNodes) {
      if (parent !== undefined) expect(seen).toContain(parent);
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    for (const { gridNode } of prosumers) expect(seen).toContain(gridNode);
  });

  it('divides its load over the zones', () => {
    const shares = [...zoneShares(community).values()];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const share of shares) expect(share).toBeGreaterThan(0.2);
  });
});

describe('the load of a site', () => {
  const profiles = readLoadProfiles();

  it('keeps the day energy of its profile when it is shifted', () => {
    const dayEnergy = (shift: number): number => {
      const load = new SiteLoad(profiles, [{ profile: 'WP', mwhPerYear: 4 }], shift);
      return Array.from({ length: QUARTERS_A_DAY }, (_, index) => load.at(DAY_START + index)).reduce(
        (sum, energy) => sum + energy,
        0,
      );
    };
    expect(dayEnergy(5)).toBe(dayEnergy(0));
    expect(dayEnergy(-5)).toBe(dayEnergy(0));
  });

  it('expects the mean of the last ten working days and nothing of the day itself', () => {
    const constantBefore = profiles.WP.map((_, index) => (index < DAY_START - HISTORY_START ? 400 : 9_999));
    const load = new SiteLoad({ ...profiles, WP: constantBefore }, [{ profile: 'WP', mwhPerYear: 1 }], 0);
    expect(load.forecast(DAY_START + 40)).toBe(100);
    expect(load.at(DAY_START + 40)).toBe(2_500);
  });

  it('leaves weekends out of the forecast of a Wednesday', () => {
    const saturday = (DAY_START - HISTORY_START) / QUARTERS_A_DAY - 4;
    const values = profiles.WP.map((_, index) =>
      Math.floor(index / QUARTERS_A_DAY) === saturday ? 9_999 : 400,
    );
    const load = new SiteLoad({ ...profiles, WP: values }, [{ profile: 'WP', mwhPerYear: 1 }], 0);
    expect(load.forecast(DAY_START)).toBe(100);
  });

  it('refuses to guess outside the days that it knows', () => {
    const load = new SiteLoad(profiles, [{ profile: 'WP', mwhPerYear: 1 }], 0);
    expect(() => load.at(DAY_END)).toThrow(RangeError);
  });
});
