import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Registers1763670000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.register_reading (
        meter_id text NOT NULL, register text NOT NULL, at timestamptz NOT NULL, version integer NOT NULL,
        value_wh bigint NOT NULL, meter_number text NOT NULL, factor integer NOT NULL, roll_over_wh bigint,
        source text NOT NULL, created_at timestamptz, known_at timestamptz NOT NULL,
        PRIMARY KEY (meter_id, register, at, version)
      )`);
    await runner.query(`
      CREATE TRIGGER register_reading_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement.register_reading
      FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.register_reading');
  }
}
