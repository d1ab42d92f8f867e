import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunProgress1763670000164 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.run_participant (
        run_id text NOT NULL, number integer NOT NULL, participant_id text NOT NULL,
        PRIMARY KEY (run_id, number)
      )`);
    await runner.query(`
      ALTER TABLE settlement.run DROP COLUMN settled_through, ADD COLUMN participants integer,
        ADD COLUMN settled_participants integer NOT NULL DEFAULT 0`);
    await runner.query('ALTER TABLE settlement.run ALTER COLUMN settled_participants DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE settlement.run DROP COLUMN participants, DROP COLUMN settled_participants,
        ADD COLUMN settled_through text`);
    await runner.query('DROP TABLE settlement.run_participant');
  }
}
