import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DueItems1763670000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE due_work.item (
        service text NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        failed_at timestamptz,
        error text,
        PRIMARY KEY (service, kind, key)
      )`);
    await runner.query('CREATE INDEX item_due ON due_work.item (service, due_at) WHERE failed_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE due_work.item');
  }
}
