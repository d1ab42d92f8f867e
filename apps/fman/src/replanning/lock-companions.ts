import type { Transaction } from '#persistence';

/**
 * Locks offers together with everybody who traded with them in one aggregate, in one order for all who do so: what
 * one of them does can change the schedules of the others.
 */
export async function lockCompanions(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.query(
    `SELECT id FROM fman.flexoffer
     WHERE id = ANY($1) OR aggregate_id IN (
       SELECT aggregate.id FROM fman.aggregate JOIN fman.flexoffer member ON member.aggregate_id = aggregate.id
       WHERE member.id = ANY($1) AND aggregate.state = 'traded')
     ORDER BY id FOR UPDATE`,
    [ids],
  );
}
