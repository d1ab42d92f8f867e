import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DomsAdapter1763670000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE doms_adapter.request (
        participant_id text NOT NULL, request_id text NOT NULL, content_hash text NOT NULL, body jsonb NOT NULL,
        source text NOT NULL, grid_node text, start_interval integer, order_id text NOT NULL, state text NOT NULL,
        result text, accepted jsonb, reason text, received_at timestamptz NOT NULL, answered_at timestamptz,
        attempts integer NOT NULL DEFAULT 0, delivered_at timestamptz, delivery_error text, trace text NOT NULL,
        PRIMARY KEY (participant_id, request_id)
      )`);
    await runner.query('CREATE UNIQUE INDEX request_order ON doms_adapter.request (order_id)');
    await runner.query(
      'CREATE INDEX request_received ON doms_adapter.request (received_at, participant_id, request_id)',
    );
    await runner.query(`
      CREATE TABLE doms_adapter.state_variables (
        participant_id text NOT NULL, received_at timestamptz NOT NULL, content_hash text NOT NULL,
        body jsonb NOT NULL, PRIMARY KEY (participant_id, received_at)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE doms_adapter.state_variables, doms_adapter.request');
  }
}
