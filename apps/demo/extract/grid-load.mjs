import { DAY_START, QUARTER, QUARTERS_A_DAY, WEEK } from './demo-period.mjs';
import { minuteIso, readTable, writeTable } from './tables.mjs';

export function extractGridLoad(source, target) {
  const load = new Map(
    readTable(`${source}/grid-luxembourg/load_generation.csv.gz`).map((row) => [row.utc_start, row.load_mwh]),
  );
  const loadAt = (at) => {
    const value = load.get(minuteIso(at));
    if (!value) throw new Error(`no load at ${minuteIso(at)}`);
    return value;
  };
  const rows = Array.from({ length: QUARTERS_A_DAY }, (_, index) => {
    const at = DAY_START + index * QUARTER;
    return {
      utc_start: minuteIso(at),
      load_mwh: loadAt(at),
      week_earlier_load_mwh: loadAt(at - WEEK),
    };
  });
  writeTable(`${target}/grid-load.csv`, ['utc_start', 'load_mwh', 'week_earlier_load_mwh'], rows);
}
