import type { IntervalIndex, WattHours } from '#flexoffer';
import { DAY_START, NIGHT_END } from '../calendar/demo-day.js';
import type { ChargingSession } from '../extracts/charging-sessions.js';
import { FEEDERS_A_ZONE, ZONES, connectionPoint } from './grid.js';
import { numbered, prosumerIds, signConventionOf, type Prosumer } from './prosumer.js';

/** A charger with a sub-meter of its own and one session on the demo day. */
export interface Charger {
  readonly prosumer: Prosumer;
  readonly sessionId: string;
  /** The first whole quarter-hour with the car, and the first without it. */
  readonly pluggedIn: IntervalIndex;
  readonly pluggedOut: IntervalIndex;
  readonly energyWh: WattHours;
  /** In one quarter-hour. */
  readonly maximumWh: WattHours;
}

const MINUTES_A_QUARTER = 15;
const QUARTERS_AN_HOUR = 4;
const FIRST_CONNECTION_POINT = 201;

/** Every session is a prosumer, also where several were the same user's on different days. */
export function chargers(sessions: readonly ChargingSession[]): Charger[] {
  return sessions.map((session, index) => {
    const number = FIRST_CONNECTION_POINT + index;
    const zone = ZONES[index % ZONES.length] ?? ZONES[0];
    const feeder = 1 + (Math.floor(index / ZONES.length) % FEEDERS_A_ZONE);
    const id = numbered('ev', index + 1);
    const pluggedIn = DAY_START + Math.ceil(session.plugInMinute / MINUTES_A_QUARTER);
    const pluggedOut = DAY_START + Math.floor(session.plugOutMinute / MINUTES_A_QUARTER);
    return {
      sessionId: session.id,
      pluggedIn,
      // A stay of several days ends with the demo's night: the car could have left by then.
      pluggedOut: Math.max(pluggedIn + 1, Math.min(pluggedOut, NIGHT_END)),
      energyWh: Math.round(session.energyKwh * 1000),
      maximumWh: Math.floor((session.chargingPowerKw * 1000) / QUARTERS_AN_HOUR),
      prosumer: {
        ...prosumerIds(id),
        name: `${id}, session ${session.id}`,
        gridNode: connectionPoint(zone, feeder, number),
        deviceKind: 'direct',
        signConvention: signConventionOf(number),
      },
    };
  });
}
