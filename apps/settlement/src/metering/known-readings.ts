import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import {
  DIRECTIONS,
  INTERVALS_A_BLOCK,
  ORIGINS,
  countingBlocks,
  settlingValues,
  versions,
  type Direction,
  type ReadingBlock,
} from '#meter-data';
import type { Queryable } from '../queryable.js';
import { meteredDirections } from './blocks/metered-directions.js';
import { overlappingBlocks, type MeterRange } from './blocks/stored-blocks.js';

/** A reading as it was known at some instant. */
export interface KnownReading {
  readonly meterId: string;
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly source: string;
  readonly quality: string;
  /** How many different values are known of the interval. */
  readonly version: number;
  /** When the value that counts arrived. */
  readonly knownAt: Instant;
}

export interface ReadingQuestion extends MeterRange {
  readonly knownAt: Instant;
  readonly limit?: number;
}

/** Four weeks are read at once where a limit may make more unnecessary. */
const STEP = 28 * 96;

/** The values of a meter that may settle, as they were known at `knownAt`, by interval. */
export async function knownReadings(
  database: Queryable,
  { meterId, from, to, knownAt, limit = Infinity }: ReadingQuestion,
): Promise<KnownReading[]> {
  const directions = (await meteredDirections(database, [meterId], knownAt)).get(meterId);
  const readings: KnownReading[] = [];
  if (directions === undefined) return readings;
  const bounds = await boundsOf(database, { meterId, from, to });
  for (let start = bounds.from; start < bounds.to && readings.length < limit; start += STEP) {
    const range = { meterId, from: start, to: Math.min(start + STEP, bounds.to) };
    const [blocks = []] = await overlappingBlocks(database, [range], knownAt);
    for (const reading of readingsOf(range, blocks, directions)) readings.push(reading);
  }
  return readings.slice(0, limit);
}

/** The part of a range of which anything is known. */
async function boundsOf(database: Queryable, { meterId, from, to }: MeterRange): Promise<MeterRange> {
  const [row] = await database.query<{ first: IntervalIndex | null; last: IntervalIndex | null }>(
    `SELECT min(first_interval) AS first, max(first_interval) AS last
     FROM settlement.reading_block WHERE meter_id = $1`,
    [meterId],
  );
  if (row === undefined || row.first === null || row.last === null) return { meterId, from, to: from };
  return { meterId, from: Math.max(from, row.first), to: Math.min(to, row.last + INTERVALS_A_BLOCK) };
}

function readingsOf(
  { meterId, from, to }: MeterRange,
  blocks: readonly ReadingBlock[],
  directions: ReadonlySet<Direction>,
): KnownReading[] {
  const counting = countingBlocks(blocks, from, to);
  const { importWh, exportWh, origin } = settlingValues(blocks, counting, directions, from);
  const version = versions(blocks, from, to - from);
  const readings: KnownReading[] = [];
  for (const [at, index] of origin.entries()) {
    const known = ORIGINS[index];
    if (known === undefined) continue;
    readings.push({
      meterId,
      interval: from + at,
      importWh: importWh[at] ?? NaN,
      exportWh: exportWh[at] ?? NaN,
      source: known.source,
      quality: known.quality,
      version: version[at] ?? 1,
      knownAt: Math.max(
        ...DIRECTIONS.map((direction) => blocks[counting[direction][at] ?? -1]?.knownAt ?? 0),
      ),
    });
  }
  return readings;
}
