import { DAY_END, DAY_START } from '../calendar/demo-day.js';
import type { Community } from './community.js';
import { ZONES, zoneOf, type Zone } from './grid.js';

/** Each zone's part of the community's load, as known the day before: sites as forecast, all chargers alike. */
export function zoneShares({ sites, chargers }: Community): ReadonlyMap<Zone, number> {
  const expected = new Map<Zone, number>(ZONES.map((zone) => [zone, 0]));
  const add = (gridNode: string, energyWh: number): void => {
    const zone = zoneOf(gridNode);
    expected.set(zone, (expected.get(zone) ?? 0) + energyWh);
  };
  for (const { prosumer, load } of sites)
    for (let interval = DAY_START; interval < DAY_END; interval += 1)
      add(prosumer.gridNode, load.forecast(interval));
  const usualSessionWh = chargers.reduce((sum, { energyWh }) => sum + energyWh, 0) / chargers.length;
  for (const { prosumer } of chargers) add(prosumer.gridNode, usualSessionWh);
  const total = [...expected.values()].reduce((sum, energy) => sum + energy, 0);
  return new Map([...expected].map(([zone, energy]) => [zone, energy / total]));
}
