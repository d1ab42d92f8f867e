import pg from 'pg';
import { elapsedSeconds } from '#clock';

const COLUMNS = 'meter_id, interval_start, interval_seconds, import_wh, export_wh, source, quality';

/** Seconds that PostgreSQL takes to COPY a file of readings into a plain table with the same columns and a primary key. */
export async function bareCopySeconds(databaseUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `CREATE TABLE plain_reading (meter_id text, interval_start timestamptz, interval_seconds integer, import_wh bigint,
         export_wh bigint, source text, quality text, known_at timestamptz NOT NULL DEFAULT now(),
         PRIMARY KEY (meter_id, interval_start))`,
    );
    await client.query('CHECKPOINT');
    const begun = elapsedSeconds();
    await client.query(`COPY plain_reading (${COLUMNS}) FROM '${file}' (FORMAT csv, HEADER)`);
    const seconds = elapsedSeconds() - begun;
    await client.query('DROP TABLE plain_reading');
    await client.query('CHECKPOINT');
    return seconds;
  } finally {
    await client.end();
  }
}

/** What the platform's readings take; the bytes are those of the table with its indexes and maps of free space. */
export interface Room {
  readonly blocks: number;
  readonly bytes: number;
}

export async function roomTaken(databaseUrl: string): Promise<Room> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ blocks: string; bytes: string }>(
      `SELECT count(*) AS blocks, pg_total_relation_size('settlement.reading_block') AS bytes
       FROM settlement.reading_block`,
    );
    return { blocks: Number(rows[0]?.blocks), bytes: Number(rows[0]?.bytes) };
  } finally {
    await client.end();
  }
}
