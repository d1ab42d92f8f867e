import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownContracts1763670000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fman.known_contract (
        contract_id text NOT NULL, version integer NOT NULL, participant_id text NOT NULL,
        valid_from timestamptz NOT NULL, valid_to timestamptz, reward_per_kwh bigint,
        PRIMARY KEY (contract_id, version)
      )`);
    await runner.query('CREATE INDEX known_contract_participant ON fman.known_contract (participant_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fman.known_contract');
  }
}
