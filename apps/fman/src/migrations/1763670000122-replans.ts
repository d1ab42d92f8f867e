import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replans1763670000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fman.replan (
        id text NOT NULL, aggregate_id text NOT NULL, number integer NOT NULL, flexoffer_id text,
        participant_id text, cause text NOT NULL, reason text NOT NULL, told_by text NOT NULL,
        at timestamptz NOT NULL, from_interval integer NOT NULL, trace text NOT NULL,
        trades jsonb NOT NULL, deliveries jsonb NOT NULL, PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX replan_aggregate ON fman.replan (aggregate_id, number)');
    await runner.query('CREATE INDEX replan_at ON fman.replan (at, id)');
    await runner.query('CREATE INDEX replan_flexoffer ON fman.replan (flexoffer_id)');
    await runner.query(`
      CREATE TABLE fman.replan_member (
        replan_id text NOT NULL, flexoffer_id text NOT NULL, participant_id text NOT NULL,
        schedule_id text NOT NULL, update_of text NOT NULL, before jsonb NOT NULL, after jsonb NOT NULL,
        PRIMARY KEY (replan_id, flexoffer_id)
      )`);
    await runner.query('CREATE INDEX replan_member_flexoffer ON fman.replan_member (flexoffer_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fman.replan_member, fman.replan');
  }
}
