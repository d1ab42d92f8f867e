import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Runs1763670000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.run (
        run_id text NOT NULL, number integer NOT NULL, period_from integer NOT NULL, period_to integer NOT NULL,
        scope_participant_id text, requested_by text NOT NULL, idempotency_key text, state text NOT NULL,
        known_at timestamptz NOT NULL, settled_through text, reports integer NOT NULL,
        incomplete_trades integer NOT NULL, created_at timestamptz NOT NULL, completed_at timestamptz,
        PRIMARY KEY (run_id)
      )`);
    await runner.query('CREATE UNIQUE INDEX run_number ON settlement.run (number)');
    await runner.query(
      'CREATE UNIQUE INDEX run_idempotency_key ON settlement.run (requested_by, idempotency_key)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.run');
  }
}
