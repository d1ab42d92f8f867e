import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1763670000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messaging.message (
        seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        topic text NOT NULL,
        destination text NOT NULL,
        trace text NOT NULL,
        sent_at timestamptz NOT NULL,
        payload json NOT NULL,
        consumed_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        failed_at timestamptz,
        error text,
        PRIMARY KEY (seq)
      )`);
    // Messages are read once, and soon: compressing them is time lost.
    await runner.query('ALTER TABLE messaging.message ALTER COLUMN payload SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE INDEX message_waiting ON messaging.message (destination, seq)
      WHERE consumed_at IS NULL AND failed_at IS NULL`);
    await runner.query('CREATE TABLE messaging.consumer (service text NOT NULL, PRIMARY KEY (service))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE messaging.consumer, messaging.message');
  }
}
