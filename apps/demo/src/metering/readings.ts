import type { IntervalIndex, WattHours } from '#flexoffer';
import {
  DAY_END,
  DAY_START,
  FIRST_POLL,
  HISTORY_START,
  NIGHT_END,
  isoOfInterval,
} from '../calendar/demo-day.js';
import type { Community } from '../community/community.js';
import { chargerEnergies, siteEnergies, type Assigned } from './behaviour.js';

/** One quarter-hour of one meter, as it is posted. Nobody in the community feeds in. */
export interface Reading {
  readonly meterId: string;
  readonly intervalStart: string;
  readonly intervalSeconds: 900;
  readonly importWh: WattHours;
  readonly exportWh: 0;
  readonly source: 'dso' | 'submeter';
  readonly quality: 'measured';
}

/**
 * The days before, until the demo begins: main meters only, for a charger's sub-meter is new and its contract needs no
 * history.
 */
export function* historyReadings({ sites }: Community): Generator<Reading> {
  for (const { prosumer, load } of sites)
    for (let interval = HISTORY_START; interval < FIRST_POLL; interval += 1)
      yield reading(prosumer.meterId, interval, load.at(interval), 'dso');
}

/**
 * The demo day with the evening before it, and for chargers the night after it, in which cars finish what was shifted
 * past midnight. Devices that were assigned a schedule followed it, each in its way.
 *
 * @param end what has not passed yet cannot have been measured
 */
export function* dayReadings(
  { sites, chargers }: Community,
  assigned: Assigned,
  end = NIGHT_END,
): Generator<Reading> {
  for (const site of sites) {
    const scheduled = siteEnergies(site, assigned);
    for (let interval = FIRST_POLL; interval < Math.min(DAY_END, end); interval += 1) {
      const energy = scheduled.get(interval) ?? site.load.at(interval);
      yield reading(site.prosumer.meterId, interval, energy, 'dso');
    }
  }
  for (const charger of chargers) {
    const energies = chargerEnergies(charger, assigned);
    for (let interval = DAY_START; interval < end; interval += 1)
      yield reading(charger.prosumer.meterId, interval, energies.get(interval) ?? 0, 'submeter');
  }
}

function reading(
  meterId: string,
  interval: IntervalIndex,
  importWh: WattHours,
  source: Reading['source'],
): Reading {
  return {
    meterId,
    intervalStart: isoOfInterval(interval),
    intervalSeconds: 900,
    importWh,
    exportWh: 0,
    source,
    quality: 'measured',
  };
}
