import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was settled before is known since ever; from now on each version of a delivery says since when. */
export class DeliveryKnowledge1763670000167 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE settlement.delivery ADD COLUMN known_at timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z'`,
    );
    await runner.query('ALTER TABLE settlement.delivery ALTER COLUMN known_at DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlement.delivery DROP COLUMN known_at');
  }
}
