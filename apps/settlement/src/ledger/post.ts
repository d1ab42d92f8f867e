import type { Transaction } from '#persistence';
import { ledgerEntries, type LedgerParties, type ReportContent } from '#settlement';

/**
 * Enters a report into the ledger and has the database add up each payment again.
 *
 * @throws Error if one does not sum to 0; then nothing of the transaction stands
 */
export async function post(
  transaction: Transaction,
  { runId, reportId }: { readonly runId: string; readonly reportId: string },
  report: ReportContent,
  parties: LedgerParties,
): Promise<void> {
  const entries = ledgerEntries(report, parties);
  await transaction.query(
    `INSERT INTO settlement.ledger_entry
       (run_id, report_id, entry, payment, trade_id, kind, party, amount_micro)
     SELECT $1, $2, * FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])`,
    [
      runId,
      reportId,
      entries.map(({ entry }) => entry),
      entries.map(({ set }) => set),
      entries.map(({ tradeId }) => tradeId),
      entries.map(({ kind }) => kind),
      entries.map(({ party }) => party),
      entries.map(({ amount }) => String(amount)),
    ],
  );
  const [unbalanced] = await transaction.query<{ payment: string }>(
    `SELECT payment FROM settlement.ledger_entry WHERE report_id = $1
     GROUP BY payment HAVING sum(amount_micro) <> 0 LIMIT 1`,
    [reportId],
  );
  if (unbalanced) throw new Error(`report ${reportId}: payment ${unbalanced.payment} does not sum to 0`);
}
