import type { Instant, IntervalIndex } from '#flexoffer';
import { INTERVALS_A_BLOCK, type ReadingBlock } from '#meter-data';
import type { Transaction } from '#persistence';
import type { Queryable } from '../../queryable.js';
import { packedOrigins, packedWattHours, unpackedOrigins, unpackedWattHours } from './packed-values.js';

/** Quarter-hours of a meter, `to` exclusive. */
export interface MeterRange {
  readonly meterId: string;
  readonly from: IntervalIndex;
  readonly to: IntervalIndex;
}

interface BlockRow {
  /** From 1 on. */
  readonly question: number;
  readonly first_interval: IntervalIndex;
  readonly version: number;
  readonly quarters: number;
  readonly origins: Buffer;
  readonly import_wh: Buffer | null;
  readonly export_wh: Buffer | null;
  readonly created_at: Date | null;
  readonly known_at: Date;
}

/** Blocks begin less than a day before what they hold; the sub-select is planned as one look into the index per range. */
const OVERLAPPING = `
  SELECT range.question::integer, block.*
  FROM unnest($1::text[], $2::integer[], $3::integer[])
    WITH ORDINALITY AS range (meter_id, first, beyond, question)
  CROSS JOIN LATERAL (
    SELECT first_interval, version, quarters, origins, import_wh, export_wh, created_at, known_at
    FROM settlement.reading_block
    WHERE meter_id = range.meter_id AND first_interval > range.first - ${INTERVALS_A_BLOCK}
      AND first_interval < range.beyond AND first_interval + quarters > range.first AND known_at <= $4
    OFFSET 0) block`;

/** What had arrived by `knownAt` and says something of each range; one list per range. */
export async function overlappingBlocks(
  database: Queryable,
  ranges: readonly MeterRange[],
  knownAt: Instant,
): Promise<ReadingBlock[][]> {
  const blocks = ranges.map((): ReadingBlock[] => []);
  if (ranges.length === 0) return blocks;
  const rows = await database.query<BlockRow>(OVERLAPPING, [
    ranges.map(({ meterId }) => meterId),
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
    new Date(knownAt),
  ]);
  for (const row of rows) blocks[row.question - 1]?.push(blockOf(row));
  return blocks;
}

function blockOf(row: BlockRow): ReadingBlock {
  return {
    first: row.first_interval,
    version: row.version,
    origins: unpackedOrigins(row.origins, row.quarters),
    ...(row.import_wh === null ? {} : { importWh: unpackedWattHours(row.import_wh, row.quarters) }),
    ...(row.export_wh === null ? {} : { exportWh: unpackedWattHours(row.export_wh, row.quarters) }),
    ...(row.created_at === null ? {} : { createdAt: row.created_at.getTime() }),
    knownAt: row.known_at.getTime(),
  };
}

const ADD = `
  INSERT INTO settlement.reading_block
    (meter_id, first_interval, version, quarters, origins, import_wh, export_wh, created_at, known_at)
  SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::smallint[], $5::bytea[], $6::bytea[], $7::bytea[],
    $8::timestamptz[], $9::timestamptz[])`;

export interface MeterBlock {
  readonly meterId: string;
  readonly block: ReadingBlock;
}

export async function addBlocks(transaction: Transaction, added: readonly MeterBlock[]): Promise<void> {
  const blocks = added.map(({ block }) => block);
  await transaction.query(ADD, [
    added.map(({ meterId }) => meterId),
    blocks.map(({ first }) => first),
    blocks.map(({ version }) => version),
    blocks.map(({ origins }) => origins.length),
    blocks.map(({ origins }) => packedOrigins(origins)),
    blocks.map(({ importWh }) => (importWh ? packedWattHours(importWh) : null)),
    blocks.map(({ exportWh }) => (exportWh ? packedWattHours(exportWh) : null)),
    blocks.map(({ createdAt }) => (createdAt === undefined ? null : new Date(createdAt))),
    blocks.map(({ knownAt }) => new Date(knownAt)),
  ]);
}
