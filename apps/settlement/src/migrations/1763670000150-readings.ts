import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Readings1763670000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.reading (
        meter_id text NOT NULL, interval integer NOT NULL, version integer NOT NULL,
        import_wh bigint NOT NULL, export_wh bigint NOT NULL, source text NOT NULL, quality text NOT NULL,
        known_at timestamptz NOT NULL, PRIMARY KEY (meter_id, interval, version)
      )`);
    await runner.query(`
      CREATE FUNCTION settlement.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% only grows: a correction is a new version', TG_TABLE_NAME; END $$`);
    await runner.query(`
      CREATE TRIGGER reading_only_grows BEFORE UPDATE OR DELETE ON settlement.reading
      FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.reading');
    await runner.query('DROP FUNCTION settlement.refuse_change()');
  }
}
