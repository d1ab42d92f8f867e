import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Aggregates1763670000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fman.aggregate (
        id text NOT NULL, order_id text NOT NULL, composition text NOT NULL,
        offer jsonb NOT NULL, members jsonb NOT NULL, member_columns json NOT NULL,
        member_count integer NOT NULL,
        flexibility_retained jsonb NOT NULL,
        state text NOT NULL, state_reason text, schedule jsonb, sold jsonb,
        published_at timestamptz NOT NULL, closed_at timestamptz,
        members_assigned_at timestamptz, PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX aggregate_order ON fman.aggregate (order_id)');
    await runner.query('CREATE INDEX aggregate_composition ON fman.aggregate (composition)');
    await runner.query('CREATE INDEX aggregate_state ON fman.aggregate (state, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fman.aggregate');
  }
}
