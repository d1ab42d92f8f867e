import type { Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import type { Reading } from './reading.js';

export interface StoredReadings {
  /** First values of their intervals. */
  readonly stored: number;
  /** Values that differ from the latest known, kept as new versions. */
  readonly corrected: number;
}

/** A key for pg_advisory_xact_lock: two senders of one meter take turns, so that none loses its version. */
const READING_LOCK = 7_245_982;

const STORE = `
  WITH input AS (
    SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])
      AS input (meter_id, interval, import_wh, export_wh, source, quality)
  ), compared AS (
    SELECT input.*, latest.version AS version,
      (latest.import_wh, latest.export_wh, latest.source, latest.quality)
        IS DISTINCT FROM (input.import_wh, input.export_wh, input.source, input.quality) AS changed
    FROM input LEFT JOIN LATERAL (
      SELECT reading.* FROM settlement.reading
      WHERE reading.meter_id = input.meter_id AND reading.interval = input.interval
      ORDER BY reading.version DESC LIMIT 1) latest ON true
  ), added AS (
    INSERT INTO settlement.reading (meter_id, interval, version, import_wh, export_wh, source, quality, known_at)
    SELECT meter_id, interval, coalesce(version, 0) + 1, import_wh, export_wh, source, quality, $7
    FROM compared WHERE version IS NULL OR changed
    RETURNING version
  )
  SELECT count(*) FILTER (WHERE version = 1)::integer AS stored,
    count(*) FILTER (WHERE version > 1)::integer AS corrected FROM added`;

/** Stores readings, of which no two are of the same meter and interval. Nothing is ever overwritten. */
export async function storeReadings(
  transaction: Transaction,
  readings: readonly Reading[],
  knownAt: Instant,
): Promise<StoredReadings> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [READING_LOCK]);
  const [counts] = await transaction.query<StoredReadings>(STORE, [
    readings.map(({ meterId }) => meterId),
    readings.map(({ interval }) => interval),
    readings.map(({ importWh }) => importWh),
    readings.map(({ exportWh }) => exportWh),
    readings.map(({ source }) => source),
    readings.map(({ quality }) => quality),
    new Date(knownAt),
  ]);
  if (!counts) throw new Error('an aggregate without a row');
  return counts;
}
