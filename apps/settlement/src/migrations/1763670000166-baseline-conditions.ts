import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONLY_GROW = ['temperature', 'outage', 'prognosis', 'baseline_check'];

/** What baselines depend on beside readings: each with every version and when it was learned. */
export class BaselineConditions1763670000166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.temperature (
        grid_node text NOT NULL, interval integer NOT NULL, version integer NOT NULL,
        celsius double precision NOT NULL, known_at timestamptz NOT NULL,
        PRIMARY KEY (grid_node, interval, version)
      )`);
    await runner.query(`
      CREATE TABLE settlement.outage (
        outage_id text NOT NULL, version integer NOT NULL, meter_id text NOT NULL,
        outage_from timestamptz NOT NULL, outage_to timestamptz NOT NULL, withdrawn boolean NOT NULL,
        known_at timestamptz NOT NULL, PRIMARY KEY (outage_id, version)
      )`);
    await runner.query('CREATE INDEX outage_meter ON settlement.outage (meter_id)');
    await runner.query(`
      CREATE TABLE settlement.prognosis (
        meter_id text NOT NULL, day text NOT NULL, version integer NOT NULL, energy_wh jsonb NOT NULL,
        submitted_at timestamptz NOT NULL, PRIMARY KEY (meter_id, day, version)
      )`);
    await runner.query(`
      CREATE TABLE settlement.baseline_check (
        meter_id text NOT NULL, method text NOT NULL, version integer NOT NULL, content jsonb NOT NULL,
        known_at timestamptz NOT NULL, PRIMARY KEY (meter_id, method, version)
      )`);
    for (const table of ONLY_GROW)
      await runner.query(`
        CREATE TRIGGER ${table}_only_grows BEFORE UPDATE OR DELETE ON settlement.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ONLY_GROW) await runner.query(`DROP TABLE settlement.${table}`);
  }
}
