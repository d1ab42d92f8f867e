import { numberOf, readExtract, textOf } from './extract-file.js';

/** A real charging session, with its clock times moved to the demo day. */
export interface ChargingSession {
  readonly id: string;
  /** Minutes of local time after midnight of the demo day. */
  readonly plugInMinute: number;
  /** The same; above 1440 on the days after. */
  readonly plugOutMinute: number;
  readonly energyKwh: number;
  readonly chargingPowerKw: number;
}

/** By plug-in day and time. */
export function readChargingSessions(): ChargingSession[] {
  return readExtract('charging-sessions.csv').map((row) => {
    const plugIn = textOf(row, 'plugin_local');
    const midnight = `${plugIn.slice(0, 10)}T00:00:00`;
    return {
      id: textOf(row, 'session_id'),
      plugInMinute: minutesBetween(midnight, plugIn),
      plugOutMinute: minutesBetween(midnight, textOf(row, 'plugout_local')),
      energyKwh: numberOf(row, 'energy_kwh'),
      chargingPowerKw: numberOf(row, 'charging_power_kw'),
    };
  });
}

/** Wall clock times of January: no clock change lies between them. */
function minutesBetween(from: string, to: string): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;
}
