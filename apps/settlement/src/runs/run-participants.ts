import type { Transaction } from '#persistence';
import { currentDeliveries } from '../deliveries/known-deliveries.js';
import type { Run } from './run.entity.js';

/**
 * Lists whom a run settles: everybody of its scope with deliveries in its period, or with a delegated contract, whose
 * rewards do not need any; by id. @returns how many
 */
export async function listParticipants(
  transaction: Transaction,
  { runId, from, to, scopeParticipantId, knownAt }: Run,
): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `WITH listed AS (
       INSERT INTO settlement.run_participant (run_id, number, participant_id)
       SELECT $1, row_number() OVER (ORDER BY participant_id COLLATE "C"), participant_id
       FROM (SELECT DISTINCT participant_id
         FROM (SELECT * FROM ${currentDeliveries('$5')} AND interval >= $2 AND interval < $3
           AND ($4::text IS NULL OR participant_id = $4)) owed
         JOIN settlement.trade USING (trade_id, interval)
         UNION SELECT participant_id FROM settlement.contract_version
         WHERE content->>'kind' = 'delegated' AND known_at <= $5 AND ($4::text IS NULL OR participant_id = $4)
       ) participant
       RETURNING 1)
     SELECT count(*)::integer AS count FROM listed`,
    [runId, from, to, scopeParticipantId, new Date(knownAt)],
  );
  return row?.count ?? 0;
}

/** The participants of a run after the first `settled` ones, up to `limit` of them. */
export async function nextParticipants(
  transaction: Transaction,
  { runId, settledParticipants }: Run,
  limit: number,
): Promise<string[]> {
  const rows = await transaction.query<{ participant_id: string }>(
    `SELECT participant_id FROM settlement.run_participant
     WHERE run_id = $1 AND number > $2 AND number <= $3 ORDER BY number`,
    [runId, settledParticipants, settledParticipants + limit],
  );
  return rows.map((row) => row.participant_id);
}
