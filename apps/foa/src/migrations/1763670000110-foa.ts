import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foa1763670000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE foa.communication (
        device_id text NOT NULL, message_id text NOT NULL, content_hash text NOT NULL,
        received_at timestamptz NOT NULL, PRIMARY KEY (device_id, message_id)
      )`);
    await runner.query(`
      CREATE TABLE foa.device_offer (
        id text NOT NULL, device_id text NOT NULL, flexibility_id text NOT NULL, state text NOT NULL,
        reason text, last_end timestamptz NOT NULL, reject_due boolean NOT NULL DEFAULT false,
        PRIMARY KEY (id)
      )`);
    await runner.query(
      'CREATE INDEX device_offer_flexibility ON foa.device_offer (device_id, flexibility_id, state)',
    );
    await runner.query('CREATE INDEX device_offer_reject ON foa.device_offer (last_end) WHERE reject_due');
    await runner.query(`
      CREATE TABLE foa.device_schedule (
        id text NOT NULL, device_id text NOT NULL, flexibility_id text NOT NULL, flexoffer_id text NOT NULL,
        schedule jsonb NOT NULL, start_interval integer NOT NULL, end_interval integer NOT NULL,
        update_of text, reason text, replaced_by text, failing_interval integer,
        acknowledged_at timestamptz, PRIMARY KEY (id)
      )`);
    await runner.query(
      'CREATE INDEX device_schedule_due ON foa.device_schedule (device_id) WHERE acknowledged_at IS NULL',
    );
    await runner.query('CREATE INDEX device_schedule_end ON foa.device_schedule (device_id, end_interval)');
    await runner.query(`
      CREATE TABLE foa.operation_reading (
        device_id text NOT NULL, at timestamptz NOT NULL, values jsonb NOT NULL, PRIMARY KEY (device_id, at)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE foa.operation_reading, foa.device_schedule, foa.device_offer, foa.communication',
    );
  }
}
