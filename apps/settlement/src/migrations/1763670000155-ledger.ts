import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger1763670000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.ledger_entry (
        report_id text NOT NULL, entry integer NOT NULL, run_id text NOT NULL, payment text NOT NULL,
        trade_id text NOT NULL, kind text NOT NULL, party text NOT NULL, amount_micro bigint NOT NULL,
        PRIMARY KEY (report_id, entry)
      )`);
    await runner.query('CREATE INDEX ledger_entry_run ON settlement.ledger_entry (run_id, party)');
    await runner.query(`
      CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE ON settlement.ledger_entry
      FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.ledger_entry');
  }
}
