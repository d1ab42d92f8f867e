import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

/** The versions that a run's reports get: one more than there are runs with reports of the participant and period. */
export async function nextVersions(
  database: Queryable,
  { runId, from, to }: IntervalRange & { readonly runId: string },
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ participant_id: string; earlier: number }>(
    `SELECT participant_id, count(DISTINCT run_id)::integer AS earlier FROM settlement.report
     WHERE participant_id = ANY($1) AND period_from = $2 AND period_to = $3 AND run_id <> $4
     GROUP BY participant_id`,
    [participantIds, from, to, runId],
  );
  const earlier = new Map(rows.map((row) => [row.participant_id, row.earlier]));
  return new Map(participantIds.map((id) => [id, (earlier.get(id) ?? 0) + 1]));
}
