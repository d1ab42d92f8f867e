import { formatMicro } from '#settlement';
import type { Queryable } from '../queryable.js';

/** Whose balances: of a run or of one report, of all parties or of one. */
export interface BalanceQuestion {
  readonly runId?: string;
  readonly reportId?: string;
  readonly party?: string;
}

export interface PartyBalance {
  readonly party: string;
  /** Received minus paid, a decimal string. */
  readonly amount: string;
}

/** What each party of the ledger is owed (positive) or owes, by party; over all parties it sums to 0. */
export async function ledgerBalances(
  database: Queryable,
  { runId, reportId, party }: BalanceQuestion,
): Promise<PartyBalance[]> {
  const rows = await database.query<{ party: string; amount: string }>(
    `SELECT party COLLATE "C" AS party, sum(amount_micro)::text AS amount FROM settlement.ledger_entry
     WHERE ($1::text IS NULL OR run_id = $1) AND ($2::text IS NULL OR report_id = $2)
       AND ($3::text IS NULL OR party = $3)
     GROUP BY 1 ORDER BY 1`,
    [runId ?? null, reportId ?? null, party ?? null],
  );
  return rows.map((row) => ({ party: row.party, amount: formatMicro(BigInt(row.amount)) }));
}
