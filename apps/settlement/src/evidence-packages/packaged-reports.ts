import { In } from 'typeorm';
import type { Database } from '#persistence';
import type { Evidence, LedgerEntry, PackagedReport, UncontractedEvidence } from '#settlement';
import { LedgerEntry as LedgerRow } from '../ledger/ledger-entry.entity.js';
import { Report } from '../reports/report.entity.js';

/** Reports in memory at once; a report of a month has about half a megabyte of evidence. */
const REPORTS_AT_ONCE = 8;

/** All reports of a run as they were stored, by id in code unit order. */
export async function* packagedReports(database: Database, runId: string): AsyncGenerator<PackagedReport> {
  const rows = await database.query<{ report_id: string }>(
    'SELECT report_id FROM settlement.report WHERE run_id = $1 ORDER BY report_id COLLATE "C"',
    [runId],
  );
  for (let from = 0; from < rows.length; from += REPORTS_AT_ONCE) {
    const ids = rows.slice(from, from + REPORTS_AT_ONCE).map((row) => row.report_id);
    yield* await packaged(database, ids);
  }
}

async function packaged({ dataSource }: Database, ids: readonly string[]): Promise<PackagedReport[]> {
  const reports = await dataSource.getRepository(Report).findBy({ reportId: In([...ids]) });
  const entries = await dataSource
    .getRepository(LedgerRow)
    .find({ where: { reportId: In([...ids]) }, order: { entry: 'ASC' } });
  const byId = new Map(reports.map((report) => [report.reportId, report]));
  return ids.flatMap((id) => {
    const report = byId.get(id);
    const own = entries.filter(({ reportId }) => reportId === id);
    return report ? packagedReport(report, own) : [];
  });
}

function packagedReport(report: Report, entries: readonly LedgerRow[]): PackagedReport {
  const { reportId, version, meterId, codeVersion, operatorId, aggregatorId, content } = report;
  const evidence = JSON.parse(report.evidence) as Evidence | UncontractedEvidence;
  const head = { reportId, version, meterId, codeVersion, operatorId, aggregatorId };
  return { ...head, content, evidence, entries: entries.map(ledgerEntry) };
}

function ledgerEntry({ entry, payment, tradeId, kind, party, amountMicro }: LedgerRow): LedgerEntry {
  return { entry, set: payment, tradeId, kind, party, amount: BigInt(amountMicro) };
}
