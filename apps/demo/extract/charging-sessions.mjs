import { readTable, writeTable } from './tables.mjs';

/** The last three whole Wednesdays of the data set before February 2020, when its recording ends. */
const WEDNESDAYS = ['2020-01-15', '2020-01-22', '2020-01-29'];

export function extractChargingSessions(source, target) {
  const power = new Map(
    readTable(`${source}/ev-sessions/users.csv.gz`).map((row) => [row.user_id, row.charging_power]),
  );
  const rows = readTable(`${source}/ev-sessions/sessions.csv.gz`)
    .filter((row) => WEDNESDAYS.some((day) => row.plugin_local.startsWith(day)))
    .filter((row) => row.plugout_local && row.energy_kwh && power.get(row.user_id))
    .map((row) => ({ ...row, charging_power_kw: power.get(row.user_id) }))
    .sort((a, b) => (a.plugin_local + a.session_id < b.plugin_local + b.session_id ? -1 : 1));
  const columns = ['session_id', 'plugin_local', 'plugout_local', 'energy_kwh', 'charging_power_kw'];
  writeTable(`${target}/charging-sessions.csv`, columns, rows);
}
