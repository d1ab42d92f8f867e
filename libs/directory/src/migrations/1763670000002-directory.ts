import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directory1763670000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory.participant (
        id text NOT NULL, name text NOT NULL, role text NOT NULL, grid_node text, contract_id text,
        sign_convention text NOT NULL, PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE directory.device (
        id text NOT NULL, participant_id text NOT NULL, kind text NOT NULL, grid_node text, meter_id text,
        poll_interval_seconds integer NOT NULL, PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX device_participant ON directory.device (participant_id)');
    await runner.query(`
      CREATE TABLE directory.grid_node (
        id text NOT NULL, kind text NOT NULL, import_capacity_w bigint, export_capacity_w bigint, transfer_price bigint,
        PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE directory.token (
        id text NOT NULL, hash text NOT NULL UNIQUE, participant_id text NOT NULL, device_id text,
        issued_at timestamptz NOT NULL, revoked_at timestamptz, PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE directory.token, directory.grid_node, directory.device, directory.participant',
    );
  }
}
