import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { safeInteger } from '#persistence';
import type { Queryable } from '../queryable.js';

/** A reading as it was known at some instant. */
export interface KnownReading {
  readonly meterId: string;
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly source: string;
  readonly quality: string;
  readonly version: number;
  readonly knownAt: Instant;
}

export interface ReadingQuestion {
  readonly meterId: string;
  readonly from: IntervalIndex;
  /** Exclusive. */
  readonly to: IntervalIndex;
  readonly knownAt: Instant;
  readonly limit?: number;
}

interface ReadingRow {
  readonly interval: IntervalIndex;
  readonly version: number;
  readonly import_wh: string;
  readonly export_wh: string;
  readonly source: string;
  readonly quality: string;
  readonly known_at: Date;
}

/** The latest versions of a meter's values that were known at `knownAt`, by interval. */
export async function knownReadings(
  database: Queryable,
  { meterId, from, to, knownAt, limit }: ReadingQuestion,
): Promise<KnownReading[]> {
  const rows = await database.query<ReadingRow>(
    `SELECT DISTINCT ON (interval) interval, version, import_wh, export_wh, source, quality, known_at
     FROM settlement.reading
     WHERE meter_id = $1 AND interval >= $2 AND interval < $3 AND known_at <= $4
     ORDER BY interval, version DESC LIMIT $5`,
    [meterId, from, to, new Date(knownAt), limit ?? null],
  );
  return rows.map((row) => ({
    meterId,
    interval: row.interval,
    importWh: safeInteger(row.import_wh),
    exportWh: safeInteger(row.export_wh),
    source: row.source,
    quality: row.quality,
    version: row.version,
    knownAt: row.known_at.getTime(),
  }));
}
