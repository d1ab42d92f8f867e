import type { Instant } from '#flexoffer';
import { participantsWithDeliveries } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

/** Of a run: its period, and what is known for it. */
export interface SettledPeriod extends IntervalRange {
  readonly knownAt: Instant;
}

/**
 * Up to `limit` participants, by id, after `after`: those with deliveries in the period, and those with a delegated
 * contract, whose rewards do not need any.
 */
export async function participantsToSettle(
  database: Queryable,
  period: SettledPeriod,
  scope: { readonly participantId: string | null; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const delegated = await database.query<{ participant_id: string }>(
    `SELECT DISTINCT participant_id COLLATE "C" AS participant_id FROM settlement.contract_version
     WHERE content->>'kind' = 'delegated' AND known_at <= $1
       AND ($2::text IS NULL OR participant_id = $2) AND ($3::text IS NULL OR participant_id COLLATE "C" > $3)
     ORDER BY 1 LIMIT $4`,
    [new Date(period.knownAt), scope.participantId, scope.after, scope.limit],
  );
  const delivering = await participantsWithDeliveries(database, period, scope);
  const both = new Set([...delivering, ...delegated.map((row) => row.participant_id)]);
  return [...both].sort((a, b) => (a < b ? -1 : 1)).slice(0, scope.limit);
}
