import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Readings1763670000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.reading_block (
        meter_id text NOT NULL, first_interval integer NOT NULL, version integer NOT NULL,
        quarters smallint NOT NULL,
        origins bytea NOT NULL, import_wh bytea, export_wh bytea,
        created_at timestamptz, known_at timestamptz NOT NULL,
        PRIMARY KEY (meter_id, first_interval, version)
      )`);
    await runner.query(`
      CREATE TABLE settlement.metered_direction (
        meter_id text NOT NULL, direction text NOT NULL,
        known_at timestamptz NOT NULL, PRIMARY KEY (meter_id, direction)
      )`);
    await runner.query(`
      CREATE FUNCTION settlement.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% only grows: a correction is a new version', TG_TABLE_NAME; END $$`);
    for (const table of ['reading_block', 'metered_direction'])
      await runner.query(`
        CREATE TRIGGER ${table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.metered_direction');
    await runner.query('DROP TABLE settlement.reading_block');
    await runner.query('DROP FUNCTION settlement.refuse_change()');
  }
}
