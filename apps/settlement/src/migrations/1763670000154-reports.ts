import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1763670000154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.report (
        report_id text NOT NULL, run_id text NOT NULL, version integer NOT NULL, participant_id text NOT NULL,
        meter_id text, zone text NOT NULL, period_from integer NOT NULL, period_to integer NOT NULL,
        known_at timestamptz NOT NULL, content jsonb NOT NULL, evidence text NOT NULL,
        evidence_hash text NOT NULL, PRIMARY KEY (report_id)
      )`);
    await runner.query('CREATE INDEX report_run ON settlement.report (run_id, report_id)');
    await runner.query(
      'CREATE INDEX report_participant ON settlement.report (participant_id, period_from, period_to)',
    );
    await runner.query(`
      CREATE TRIGGER report_only_grows BEFORE UPDATE OR DELETE ON settlement.report
      FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.report');
  }
}
