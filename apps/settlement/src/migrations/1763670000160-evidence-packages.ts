import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of before were made by version 0.1.0, the first, and for the operator of the default settings. */
export class EvidencePackages1763670000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE settlement.report
        ADD COLUMN code_version text NOT NULL DEFAULT '0.1.0',
        ADD COLUMN operator_id text NOT NULL DEFAULT 'operator'`);
    await runner.query(`
      ALTER TABLE settlement.report
        ALTER COLUMN code_version DROP DEFAULT, ALTER COLUMN operator_id DROP DEFAULT`);
    await runner.query(`
      CREATE TABLE settlement.signing_key (
        key_id text NOT NULL, public_key text NOT NULL, private_key text, created_at timestamptz NOT NULL,
        PRIMARY KEY (key_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.signing_key');
    await runner.query('ALTER TABLE settlement.report DROP COLUMN operator_id, DROP COLUMN code_version');
  }
}
