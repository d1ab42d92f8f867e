import type { LoadProfiles, ProfileName } from '../extracts/load-profiles.js';
import { FEEDERS_A_ZONE, ZONES, connectionPoint, type Zone } from './grid.js';
import { numbered, prosumerIds, signConventionOf, type Prosumer } from './prosumer.js';
import { wholeOf } from './seed.js';
import { HOURS_BETWEEN_OFFERS, SITE_TRAITS, type SiteKind } from './site-kind.js';
import { SiteLoad, type LoadMix } from './site-load.js';

/** A prosumer whose main meter sees all of its load, flexible or not. */
export interface Site {
  readonly prosumer: Prosumer;
  readonly kind: SiteKind;
  readonly load: SiteLoad;
  /** Hours after midnight of its first offer: sites take turns, so that each hour has fresh offers. */
  readonly firstOfferHour: number;
}

interface Place {
  readonly kind: SiteKind;
  readonly zone: Zone;
  readonly number: number;
}

const HOMES = 54;
const HEAT_PUMPS = 50;

/** Every prosumer has its connection point: 1 to 107 for the sites, from 201 on for the chargers. */
export function sites(profiles: LoadProfiles): Site[] {
  const homes = Array.from({ length: HOMES }, (_, index) => home(profiles, index));
  const heatPumps = Array.from({ length: HEAT_PUMPS }, (_, index) => heatPump(profiles, index));
  const large = [
    largeSite(profiles, { kind: 'office', zone: 'lu.centre', number: 105 }, 'OE_Buero_k', 120),
    largeSite(profiles, { kind: 'school', zone: 'lu.north', number: 106 }, 'OE_Schule_k', 150),
    largeSite(profiles, { kind: 'metal-works', zone: 'lu.south', number: 107 }, 'G_MV', 400),
  ];
  return [...homes, ...heatPumps, ...large];
}

/** 2.5 to 5.5 MWh a year, mixed of both measured homes and up to an hour and a half earlier or later. */
function home(profiles: LoadProfiles, index: number): Site {
  const id = numbered('home', index + 1);
  const mwhPerYear = wholeOf(`${id} energy`, 25, 55) / 10;
  const share = wholeOf(`${id} mix`, 0, 100) / 100;
  const mix: LoadMix[] = [
    { profile: 'W_EFH', mwhPerYear: mwhPerYear * share },
    { profile: 'W_W', mwhPerYear: mwhPerYear * (1 - share) },
  ];
  const load = new SiteLoad(profiles, mix, wholeOf(`${id} shift`, -6, 6));
  return site(id, { kind: 'home', zone: zoneAt(index), number: 1 + index }, load);
}

/** A heat pump's own meter, 3 to 7 MWh a year, up to an hour earlier or later. */
function heatPump(profiles: LoadProfiles, index: number): Site {
  const id = numbered('heat-pump', index + 1);
  const mix: LoadMix[] = [{ profile: 'WP', mwhPerYear: wholeOf(`${id} energy`, 30, 70) / 10 }];
  const load = new SiteLoad(profiles, mix, wholeOf(`${id} shift`, -4, 4));
  return site(id, { kind: 'heat-pump', zone: zoneAt(index), number: 1 + HOMES + index }, load);
}

/** The measured site itself, only scaled. */
function largeSite(profiles: LoadProfiles, place: Place, profile: ProfileName, mwhPerYear: number): Site {
  return site(numbered(place.kind, 1), place, new SiteLoad(profiles, [{ profile, mwhPerYear }], 0));
}

function site(id: string, { kind, zone, number }: Place, load: SiteLoad): Site {
  const feeder = 1 + (Math.floor(number / ZONES.length) % FEEDERS_A_ZONE);
  return {
    kind,
    load,
    firstOfferHour: Math.floor(number / (ZONES.length * FEEDERS_A_ZONE)) % HOURS_BETWEEN_OFFERS,
    prosumer: {
      ...prosumerIds(id),
      name: id,
      gridNode: connectionPoint(zone, feeder, number),
      deviceKind: SITE_TRAITS[kind].device,
      signConvention: signConventionOf(number),
    },
  };
}

function zoneAt(index: number): Zone {
  return ZONES[index % ZONES.length] ?? ZONES[0];
}
