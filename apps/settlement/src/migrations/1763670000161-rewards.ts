import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of before had no rewards, so that the aggregator's name in them makes no difference. */
export class Rewards1763670000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.provided_flexibility (
        flexoffer_id text NOT NULL, participant_id text NOT NULL, device_id text, interval integer NOT NULL,
        energy_flex_wh bigint NOT NULL, time_flex_intervals integer NOT NULL, start_shift_intervals integer,
        known_at timestamptz NOT NULL, PRIMARY KEY (flexoffer_id)
      )`);
    await runner.query(
      'CREATE INDEX provided_flexibility_participant ON settlement.provided_flexibility (participant_id, interval)',
    );
    await runner.query(
      `ALTER TABLE settlement.report ADD COLUMN aggregator_id text NOT NULL DEFAULT 'aggregator'`,
    );
    await runner.query('ALTER TABLE settlement.report ALTER COLUMN aggregator_id DROP DEFAULT');
    await runner.query('ALTER TABLE settlement.ledger_entry ALTER COLUMN trade_id DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlement.ledger_entry ALTER COLUMN trade_id SET NOT NULL');
    await runner.query('ALTER TABLE settlement.report DROP COLUMN aggregator_id');
    await runner.query('DROP TABLE settlement.provided_flexibility');
  }
}
