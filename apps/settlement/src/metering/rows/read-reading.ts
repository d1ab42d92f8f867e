import {
  INTERVAL_SECONDS,
  instantOf,
  intervalOf,
  parseInstant,
  type Instant,
  type IntervalIndex,
} from '#flexoffer';
import { EARLIEST, QUALITIES, SOURCES, originOf } from '#meter-data';
import { METER_ID, METER_ID_RULE } from './meter-id.js';
import type { Reading } from '../reading.js';

/** What a row must have. */
export const READING_FIELDS = [
  'meterId',
  'intervalStart',
  'intervalSeconds',
  'importWh',
  'exportWh',
  'source',
  'quality',
] as const;

/** What a row may have. */
export const OPTIONAL_READING_FIELDS = ['createdAt'] as const;

/** A row that is a reading, or the rule that it breaks. */
export type ReadReading =
  { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly reason: string };

/** More than any connection moves in a quarter of an hour: 1 TWh. */
const MOST_WH = 1e12;

/**
 * Reads rows of meter data. Written out by hand, since millions of rows come this way and a general validator would take
 * most of the time.
 */
export class ReadingRows {
  /** Senders write the same quarter-hour once for each of their meters. */
  private readonly intervals = new Map<string, IntervalIndex>();
  private readonly beyond: IntervalIndex;

  /** @param now nothing after it can have been measured */
  constructor(private readonly now: Instant) {
    this.beyond = intervalOf(now);
  }

  /** A row that is a reading, or the rule that it breaks. */
  read(row: unknown): ReadReading {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return refused('must be an object');
    const fields = row as Readonly<Record<string, unknown>>;
    for (const name in fields) if (!KNOWN.has(name)) return refused(`${name} is not a field of a reading`);
    const { meterId, intervalStart, intervalSeconds, importWh, exportWh, source, quality, createdAt } =
      fields;
    if (typeof meterId !== 'string' || !METER_ID.test(meterId))
      return refused(`meterId must be ${METER_ID_RULE}`);
    const interval = typeof intervalStart === 'string' ? this.intervalOf(intervalStart) : undefined;
    if (interval === undefined)
      return refused('intervalStart must be the ISO 8601 start of a quarter of an hour, with its offset');
    if (interval >= this.beyond) return refused('intervalStart is of a quarter-hour that ends in the future');
    if (interval < FIRST_INTERVAL) return refused('intervalStart is before 1995');
    if (intervalSeconds !== INTERVAL_SECONDS) return refused(`intervalSeconds must be ${INTERVAL_SECONDS}`);
    if (!isEnergy(importWh)) return refused('importWh must be a whole number of Wh from 0 to 1e12');
    if (!isEnergy(exportWh)) return refused('exportWh must be a whole number of Wh from 0 to 1e12');
    const origin = ORIGIN_OF.get(`${String(source)} ${String(quality)}`);
    if (origin === undefined) return refused(wrongOrigin(source));
    const reading = { meterId, interval, importWh, exportWh, origin };
    if (createdAt === undefined || createdAt === '') return { ok: true, reading };
    const created = typeof createdAt === 'string' ? parseInstant(createdAt) : undefined;
    if (created === undefined) return refused('createdAt must be an ISO 8601 instant with its offset');
    if (created > this.now) return refused('createdAt is in the future');
    if (created < instantOf(interval)) return refused('createdAt is before intervalStart');
    return { ok: true, reading: { ...reading, createdAt: created } };
  }

  private intervalOf(start: string): IntervalIndex | undefined {
    const known = this.intervals.get(start);
    if (known !== undefined) return known;
    const instant = parseInstant(start);
    const interval = instant === undefined ? undefined : intervalOf(instant);
    if (interval === undefined || instantOf(interval) !== instant) return undefined;
    if (this.intervals.size === MOST_REMEMBERED) this.intervals.clear();
    // A copy: what is cut from a long text keeps all of that text in memory.
    this.intervals.set(Buffer.from(start).toString(), interval);
    return interval;
  }
}

const FIRST_INTERVAL = intervalOf(EARLIEST);

/** A month of quarter-hours. */
const MOST_REMEMBERED = 4096;

const KNOWN: ReadonlySet<string> = new Set([...READING_FIELDS, ...OPTIONAL_READING_FIELDS]);

const ORIGIN_OF: ReadonlyMap<string, number> = new Map(
  SOURCES.flatMap((source) =>
    QUALITIES.map((quality) => [`${source} ${quality}`, originOf(source, quality)] as const),
  ),
);

const refused = (reason: string): ReadReading => ({ ok: false, reason });

const wrongOrigin = (source: unknown): string =>
  SOURCES.some((known) => known === source)
    ? `quality must be one of ${QUALITIES.join(', ')}`
    : `source must be one of ${SOURCES.join(', ')}`;

function isEnergy(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_WH;
}
