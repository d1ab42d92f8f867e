import type { Transaction } from '#persistence';
import { ledgerEntries, type LedgerParties, type ReportContent } from '#settlement';

/** A report as it is stored. */
export interface PostedReport {
  readonly reportId: string;
  readonly content: ReportContent;
}

/**
 * Enters reports of a run into the ledger and has the database add up each payment again.
 *
 * @throws Error if one does not sum to 0; then nothing of the transaction stands
 */
export async function post(
  transaction: Transaction,
  runId: string,
  reports: readonly PostedReport[],
  parties: LedgerParties,
): Promise<void> {
  const entries = reports.flatMap(({ reportId, content }) =>
    ledgerEntries(content, parties).map((entry) => ({ reportId, ...entry })),
  );
  await transaction.query(
    `INSERT INTO settlement.ledger_entry
       (run_id, report_id, entry, payment, trade_id, kind, party, amount_micro)
     SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])`,
    [
      runId,
      entries.map(({ reportId }) => reportId),
      entries.map(({ entry }) => entry),
      entries.map(({ set }) => set),
      entries.map(({ tradeId }) => tradeId),
      entries.map(({ kind }) => kind),
      entries.map(({ party }) => party),
      entries.map(({ amount }) => String(amount)),
    ],
  );
  const [unbalanced] = await transaction.query<{ report_id: string; payment: string }>(
    `SELECT report_id, payment FROM settlement.ledger_entry WHERE report_id = ANY($1)
     GROUP BY report_id, payment HAVING sum(amount_micro) <> 0 LIMIT 1`,
    [reports.map(({ reportId }) => reportId)],
  );
  if (unbalanced)
    throw new Error(`report ${unbalanced.report_id}: payment ${unbalanced.payment} does not sum to 0`);
}
