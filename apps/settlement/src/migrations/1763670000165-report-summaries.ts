import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of reports need not read what the reports are made of; the contents are read whole or not at all. */
export class ReportSummaries1763670000165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlement.report ADD COLUMN summary jsonb');
    await runner.query('ALTER TABLE settlement.report DISABLE TRIGGER report_only_grows');
    await runner.query(`
      UPDATE settlement.report SET summary = jsonb_build_object('currency', content -> 'currency',
        'totals', content -> 'totals', 'lines', jsonb_array_length(content -> 'lines'), 'missingLines',
        (SELECT count(*) FROM jsonb_array_elements(content -> 'lines') line WHERE line ? 'missing'))`);
    await runner.query('ALTER TABLE settlement.report ENABLE TRIGGER report_only_grows');
    await runner.query('ALTER TABLE settlement.report ALTER COLUMN summary SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE settlement.report DROP COLUMN summary');
  }
}
