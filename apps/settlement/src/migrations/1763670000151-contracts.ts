import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contracts1763670000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.contract_version (
        contract_id text NOT NULL, version integer NOT NULL, participant_id text NOT NULL,
        content jsonb NOT NULL, known_at timestamptz NOT NULL, PRIMARY KEY (contract_id, version)
      )`);
    await runner.query(
      'CREATE INDEX contract_version_participant ON settlement.contract_version (participant_id)',
    );
    await runner.query(`
      CREATE TRIGGER contract_version_only_grows BEFORE UPDATE OR DELETE ON settlement.contract_version
      FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.contract_version');
  }
}
