import type { Instant } from '#flexoffer';
import { DIRECTIONS, type Direction } from '#meter-data';
import type { Transaction } from '#persistence';
import type { Queryable } from '../../queryable.js';
import type { MeterBlock } from './stored-blocks.js';

/** The directions of a meter of which something was ever heard, whatever the time that it is about. */
export type MeteredDirections = ReadonlySet<Direction>;

/** By meter; without an entry: nothing was heard of it by `knownAt`. */
export async function meteredDirections(
  database: Queryable,
  meterIds: readonly string[],
  knownAt: Instant,
): Promise<Map<string, MeteredDirections>> {
  const rows = await database.query<{ meter_id: string; directions: Direction[] }>(
    `SELECT meter_id, array_agg(direction) AS directions FROM settlement.metered_direction
     WHERE meter_id = ANY ($1) AND known_at <= $2 GROUP BY meter_id`,
    [meterIds, new Date(knownAt)],
  );
  return new Map(rows.map((row) => [row.meter_id, new Set(row.directions)]));
}

/** Remembers the directions of which the blocks say something. */
export async function addMeteredDirections(
  transaction: Transaction,
  blocks: readonly MeterBlock[],
  knownAt: Instant,
): Promise<void> {
  const heard = DIRECTIONS.map((direction) => ({
    direction,
    meterIds: [
      ...new Set(blocks.flatMap(({ meterId, block }) => (block[direction] === undefined ? [] : meterId))),
    ],
  }));
  for (const { direction, meterIds } of heard)
    await transaction.query(
      `INSERT INTO settlement.metered_direction (meter_id, direction, known_at)
       SELECT unnest($1::text[]), $2, $3 ON CONFLICT DO NOTHING`,
      [meterIds, direction, new Date(knownAt)],
    );
}
