import type { Queryable } from '../queryable.js';

/** One side of a payment. */
export interface StatementEntry {
  readonly reportId: string;
  readonly entry: number;
  readonly payment: string;
  readonly kind: string;
  readonly tradeId: string | null;
  readonly party: string;
  /** Positive is received. */
  readonly amountMicro: bigint;
}

export interface StatementQuestion {
  readonly runId: string;
  /** Absent: all parties. */
  readonly party?: string;
  /** Where the page before ended. */
  readonly after?: Pick<StatementEntry, 'reportId' | 'entry'>;
  readonly limit: number;
}

/** The entries of a run, by report and entry. */
export async function ledgerStatement(
  database: Queryable,
  { runId, party, after, limit }: StatementQuestion,
): Promise<StatementEntry[]> {
  const rows = await database.query<Omit<StatementEntry, 'amountMicro'> & { readonly amount: string }>(
    `SELECT report_id AS "reportId", entry, payment, kind, trade_id AS "tradeId", party, amount_micro::text AS amount
     FROM settlement.ledger_entry
     WHERE run_id = $1 AND ($2::text IS NULL OR party = $2)
       AND ($3::text IS NULL OR (report_id COLLATE "C", entry) > ($3, $4::integer))
     ORDER BY report_id COLLATE "C", entry LIMIT $5`,
    [runId, party ?? null, after?.reportId ?? null, after?.entry ?? null, limit],
  );
  return rows.map(({ amount, ...row }) => ({ ...row, amountMicro: BigInt(amount) }));
}
