import { DAY_START, EARLIER_DAYS, QUARTER, QUARTERS_A_DAY, WEEK } from './demo-period.mjs';
import { minuteIso, readTable, writeTable } from './tables.mjs';

/**
 * The profiles were measured in different years. Each is moved by whole weeks, so that weekdays stay weekdays
 * and the season differs by at most three days.
 */
const WEEKS_LATER = {
  W_EFH: 261, // 30 January 2019
  W_W: 261,
  WP: 470, // 28 January 2015
  OE_Buero_k: 470,
  OE_Schule_k: 470,
  G_MV: 313, // 31 January 2018
};

export function extractLoadProfiles(source, target) {
  const measured = new Map(
    readTable(`${source}/load-profiles/profiles.csv.gz`).map((row) => [
      `${row.profile} ${row.utc_start}`,
      row.w_per_1000kwh_year,
    ]),
  );
  const first = DAY_START - EARLIER_DAYS * QUARTERS_A_DAY * QUARTER;
  const rows = Array.from({ length: (EARLIER_DAYS + 1) * QUARTERS_A_DAY }, (_, index) => {
    const at = first + index * QUARTER;
    const row = { demo_utc_start: minuteIso(at) };
    for (const [profile, weeks] of Object.entries(WEEKS_LATER)) {
      const value = measured.get(`${profile} ${minuteIso(at - weeks * WEEK)}`);
      if (!value) throw new Error(`${profile} has no value at ${minuteIso(at - weeks * WEEK)}`);
      row[profile] = value;
    }
    return row;
  });
  writeTable(`${target}/load-profiles.csv`, ['demo_utc_start', ...Object.keys(WEEKS_LATER)], rows);
}
