import type { Instant } from '#flexoffer';
import type { ReadingSource } from '#meter-data';
import { safeInteger, type Transaction } from '#persistence';
import type { Queryable } from '../../queryable.js';
import type { KnownMeterIndex } from './meter-index.js';

/** Instants, both inclusive. */
export interface MeterTimes {
  readonly meterId: string;
  readonly from: Instant;
  readonly to: Instant;
}

interface IndexRow {
  readonly meter_id: string;
  readonly register: string;
  readonly at: Date;
  readonly version: number;
  readonly value_wh: string;
  readonly meter_number: string;
  readonly factor: number;
  readonly roll_over_wh: string | null;
  readonly source: ReadingSource;
  readonly created_at: Date | null;
  readonly known_at: Date;
}

/** Everything that was known of the registers of meters by `knownAt`, each meter in a stretch of time. */
export async function knownIndexes(
  database: Queryable,
  times: readonly MeterTimes[],
  knownAt: Instant,
): Promise<KnownMeterIndex[]> {
  if (times.length === 0) return [];
  const rows = await database.query<IndexRow>(
    `SELECT index.* FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS times (meter_id, first, last)
     CROSS JOIN LATERAL (SELECT * FROM settlement.register_reading
       WHERE meter_id = times.meter_id AND at BETWEEN times.first AND times.last AND known_at <= $4 OFFSET 0) index`,
    [
      times.map(({ meterId }) => meterId),
      times.map(({ from }) => new Date(from)),
      times.map(({ to }) => new Date(to)),
      new Date(knownAt),
    ],
  );
  return rows.map((row) => ({
    meterId: row.meter_id,
    register: row.register,
    at: row.at.getTime(),
    version: row.version,
    valueWh: safeInteger(row.value_wh),
    meter: row.meter_number,
    factor: row.factor,
    ...(row.roll_over_wh === null ? {} : { rollOverWh: safeInteger(row.roll_over_wh) }),
    source: row.source,
    ...(row.created_at === null ? {} : { createdAt: row.created_at.getTime() }),
    knownAt: row.known_at.getTime(),
  }));
}

const ADD = `
  INSERT INTO settlement.register_reading
    (meter_id, register, at, version, value_wh, meter_number, factor, roll_over_wh, source, created_at, known_at)
  SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::bigint[], $6::text[], $7::integer[],
    $8::bigint[], $9::text[], $10::timestamptz[], $11::timestamptz[])`;

export async function addIndexes(transaction: Transaction, added: readonly KnownMeterIndex[]): Promise<void> {
  await transaction.query(ADD, [
    added.map(({ meterId }) => meterId),
    added.map(({ register }) => register),
    added.map(({ at }) => new Date(at)),
    added.map(({ version }) => version),
    added.map(({ valueWh }) => valueWh),
    added.map(({ meter }) => meter),
    added.map(({ factor }) => factor),
    added.map(({ rollOverWh }) => rollOverWh ?? null),
    added.map(({ source }) => source),
    added.map(({ createdAt }) => (createdAt === undefined ? null : new Date(createdAt))),
    added.map(({ knownAt }) => new Date(knownAt)),
  ]);
}
