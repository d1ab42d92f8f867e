import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditLog1763670000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE administration.audit_entry (
        seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        content jsonb NOT NULL,
        trace text NOT NULL,
        PRIMARY KEY (seq)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE administration.audit_entry');
  }
}
