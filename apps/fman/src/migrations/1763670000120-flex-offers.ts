import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FlexOffers1763670000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fman.flexoffer (
        id text NOT NULL, offer jsonb NOT NULL, content_hash text NOT NULL,
        state text NOT NULL, state_reason text,
        offered_by_id text NOT NULL, device_id text, flexibility_id text, grid_node text NOT NULL,
        start_after integer NOT NULL, start_before integer NOT NULL, last_end integer NOT NULL,
        assignment_before timestamptz NOT NULL, trace text NOT NULL,
        aggregate_id text, schedule jsonb, schedule_id text, acknowledged_at timestamptz,
        PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX flexoffer_state ON fman.flexoffer (state, id)');
    await runner.query('CREATE INDEX flexoffer_owner ON fman.flexoffer (offered_by_id, id)');
    await runner.query('CREATE INDEX flexoffer_aggregate ON fman.flexoffer (aggregate_id)');
    await runner.query(`
      CREATE TABLE fman.flexoffer_history (
        flexoffer_id text NOT NULL, number integer NOT NULL, state text NOT NULL, reason text,
        at timestamptz NOT NULL, trace text NOT NULL,
        PRIMARY KEY (flexoffer_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fman.flexoffer_history, fman.flexoffer');
  }
}
