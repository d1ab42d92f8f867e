import type { Instant, IntervalIndex } from '#flexoffer';
import type { Transaction } from '#persistence';

/** The temperature of a place in one interval. */
export interface PlaceTemperature {
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  readonly celsius: number;
}

/** A key for pg_advisory_xact_lock: two senders take turns, so that none loses its version. */
const TEMPERATURE_LOCK = 7_245_985;

const STORE = `
  WITH input AS (
    SELECT * FROM unnest($1::text[], $2::integer[], $3::double precision[]) AS input (grid_node, interval, celsius)
  ), latest AS (
    SELECT DISTINCT ON (grid_node, interval) grid_node, interval, version, temperature.celsius
    FROM settlement.temperature JOIN input USING (grid_node, interval)
    ORDER BY grid_node, interval, version DESC
  ), added AS (
    INSERT INTO settlement.temperature (grid_node, interval, version, celsius, known_at)
    SELECT grid_node, interval, coalesce(latest.version, 0) + 1, input.celsius, $4
    FROM input LEFT JOIN latest USING (grid_node, interval)
    WHERE latest.celsius IS DISTINCT FROM input.celsius
    RETURNING 1)
  SELECT count(*)::integer AS stored FROM added`;

/** Stores temperatures, of which no two are of the same place and interval. @returns how many are new or another one */
export async function storeTemperatures(
  transaction: Transaction,
  temperatures: readonly PlaceTemperature[],
  knownAt: Instant,
): Promise<number> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [TEMPERATURE_LOCK]);
  const [row] = await transaction.query<{ stored: number }>(STORE, [
    temperatures.map(({ gridNode }) => gridNode),
    temperatures.map(({ interval }) => interval),
    temperatures.map(({ celsius }) => celsius),
    new Date(knownAt),
  ]);
  return row?.stored ?? 0;
}
