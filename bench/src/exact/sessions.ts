import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A real charging session, on the quarter-hours of a day from noon to noon in local time. */
export interface Session {
  /** The first whole quarter-hour that the car is plugged in, 0 to 95. */
  readonly start: number;
  readonly quarterHours: number;
  /** What the car can charge in a quarter-hour. */
  readonly mostWh: number;
  /** What it does charge; possible within its quarter-hours. */
  readonly energyWh: number;
}

const QUARTER_HOURS = 96;
const NOON = 48;
const MINUTE = 60_000;

/** The sessions of bench/data/ev-sessions that last at least one whole quarter-hour before the next noon. */
export function readSessions(): Session[] {
  const path = join(
    projectRoot(dirname(fileURLToPath(import.meta.url))),
    'bench/data/ev-sessions/sessions.csv.gz',
  );
  const [, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  return lines.map(sessionOf).filter(({ quarterHours, energyWh }) => quarterHours > 0 && energyWh > 0);
}

function sessionOf(line: string): Session {
  const [, plugIn = '', plugOut = '', energyKwh, powerKw] = line.split(',');
  // Both are local times: a clock change in between costs an hour that does not matter here.
  const from = Date.parse(`${plugIn}Z`) / MINUTE;
  const sinceNoon = (from % 1440) - NOON * 15;
  const begin = sinceNoon < 0 ? sinceNoon + 1440 : sinceNoon;
  const end = begin + Date.parse(`${plugOut}Z`) / MINUTE - from;
  const start = Math.ceil(begin / 15);
  const quarterHours = Math.min(QUARTER_HOURS, Math.floor(end / 15)) - start;
  const mostWh = Math.round(Number(powerKw) * 250);
  const energyWh = Math.min(Math.round(Number(energyKwh) * 1000), mostWh * Math.max(0, quarterHours));
  return { start, quarterHours, mostWh, energyWh };
}

/** This module runs from its source and from dist. */
function projectRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the benchmark must run inside its project');
  return projectRoot(parent);
}
