import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';
import type { Charger } from '../community/chargers.js';
import { fractionOf } from '../community/seed.js';
import { SITE_TRAITS } from '../community/site-kind.js';
import type { Site } from '../community/sites.js';
import { chargerFlexibility, chargingAtOnce } from '../devices/charger-flexibility.js';
import type { Flexibility } from '../devices/flexibility.js';
import { siteFlexibilities } from '../devices/site-flexibility.js';

/** The schedule that a device was given for one of its flexibilities, if any. */
export type Assigned = (flexibilityId: string) => Schedule | undefined;

/** Energies of a part of the day, by interval; intervals outside it are not named. */
export type Energies = Map<IntervalIndex, WattHours>;

const OVERRIDING_DEVICES = 0.05;

/** One device in twenty has an occupant who takes back control: it does not follow its schedules as it should. */
export function isOverridden(deviceId: string): boolean {
  return fractionOf(`${deviceId} override`) < OVERRIDING_DEVICES;
}

/** What the charger drew; an overridden one charges at once, whatever it was told. */
export function chargerEnergies(charger: Charger, assigned: Assigned): Energies {
  const flexibility = chargerFlexibility(charger);
  if (flexibility === undefined) return energiesFrom(charger.pluggedIn, chargingAtOnce(charger));
  const schedule = assigned(flexibility.flexibilityId);
  return schedule === undefined || isOverridden(charger.prosumer.deviceId)
    ? energiesFrom(flexibility.startAfter, flexibility.defaultWh)
    : energiesFrom(schedule.start, schedule.energiesWh);
}

/** What a site's meter shows where a schedule changed it; elsewhere it shows the measured load. */
export function siteEnergies(site: Site, assigned: Assigned): Energies {
  return new Map(
    siteFlexibilities(site).flatMap((flexibility) => {
      const schedule = assigned(flexibility.flexibilityId);
      return schedule === undefined ? [] : scheduledBlock(site, flexibility, schedule);
    }),
  );
}

/**
 * Under a schedule the energy manager holds its part of the load to the plan; the rest is as far from what was
 * expected as it really was:
 *
 * ```
 * meter = schedule + unmanaged part x (measured load - expected load)
 * ```
 * An overridden device does half of the change that it was told.
 */
function scheduledBlock(
  site: Site,
  flexibility: Flexibility,
  schedule: Schedule,
): [IntervalIndex, WattHours][] {
  const unmanaged = 1 - SITE_TRAITS[site.kind].managedPercent / 100;
  const done = isOverridden(site.prosumer.deviceId) ? 0.5 : 1;
  return schedule.energiesWh.map((scheduledWh, index) => {
    const interval = schedule.start + index;
    const expected = flexibility.defaultWh[index] ?? 0;
    const intended = expected + done * (scheduledWh - expected);
    const surprise = unmanaged * (site.load.at(interval) - expected);
    return [interval, Math.max(0, Math.round(intended + surprise))];
  });
}

function energiesFrom(start: IntervalIndex, energiesWh: readonly WattHours[]): Energies {
  return new Map(energiesWh.map((energy, index) => [start + index, energy]));
}
