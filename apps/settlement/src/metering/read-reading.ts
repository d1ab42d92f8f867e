import { INTERVAL_SECONDS, instantOf, intervalOf, parseInstant, type IntervalIndex } from '#flexoffer';
import { QUALITIES, SOURCES, type Reading } from './reading.js';

export const READING_FIELDS = [
  'meterId',
  'intervalStart',
  'intervalSeconds',
  'importWh',
  'exportWh',
  'source',
  'quality',
] as const;

/** A row that is a reading, or the rule that it breaks. */
export type ReadReading =
  { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly reason: string };

const METER_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** More than any connection moves in a quarter of an hour: 1 TWh. */
const MOST_WH = 1e12;

/**
 * Checks a row of meter data. Written out by hand, since millions of rows come this way and a general validator
 * would take most of the time.
 */
export function readReading(row: unknown): ReadReading {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return refused('must be an object');
  const fields = row as Readonly<Record<string, unknown>>;
  for (const name in fields) if (!KNOWN.has(name)) return refused(`${name} is not a field of a reading`);
  const { meterId, intervalStart, intervalSeconds, importWh, exportWh, source, quality } = fields;
  if (typeof meterId !== 'string' || !METER_ID.test(meterId))
    return refused('meterId must be 1 to 64 letters, digits, dots, colons, dashes or underscores');
  const interval = intervalFrom(intervalStart);
  if (interval === undefined)
    return refused('intervalStart must be the ISO 8601 start of a quarter of an hour');
  if (intervalSeconds !== INTERVAL_SECONDS) return refused(`intervalSeconds must be ${INTERVAL_SECONDS}`);
  if (!isEnergy(importWh)) return refused('importWh must be a whole number of Wh from 0 to 1e12');
  if (!isEnergy(exportWh)) return refused('exportWh must be a whole number of Wh from 0 to 1e12');
  const knownSource = SOURCES.find((one) => one === source);
  if (knownSource === undefined) return refused(`source must be one of ${SOURCES.join(', ')}`);
  const knownQuality = QUALITIES.find((one) => one === quality);
  if (knownQuality === undefined) return refused(`quality must be one of ${QUALITIES.join(', ')}`);
  return {
    ok: true,
    reading: { meterId, interval, importWh, exportWh, source: knownSource, quality: knownQuality },
  };
}

const KNOWN: ReadonlySet<string> = new Set(READING_FIELDS);

const refused = (reason: string): ReadReading => ({ ok: false, reason });

function intervalFrom(start: unknown): IntervalIndex | undefined {
  const instant = typeof start === 'string' ? parseInstant(start) : undefined;
  if (instant === undefined) return undefined;
  const interval = intervalOf(instant);
  return instantOf(interval) === instant ? interval : undefined;
}

function isEnergy(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_WH;
}
