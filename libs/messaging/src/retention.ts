import type { ServiceName } from '#messages';
import type { Database } from '#persistence';

/** Longer than anybody looks into a message to see what happened; what lasts is in the services' own records. */
const KEPT_DAYS = 30;
const BATCH = 10_000;

/**
 * Deletes what a service has handled more than 30 days ago, a batch at a time. What waits or has failed stays, and so does
 * the latest message of all: it tells where simulated time stands.
 */
export async function forgetHandled(database: Database, service: ServiceName): Promise<void> {
  let forgotten = BATCH;
  while (forgotten === BATCH) {
    const rows = await database.query<object>(
      `DELETE FROM messaging.message WHERE seq IN (
         SELECT seq FROM messaging.message
         WHERE destination = $1 AND consumed_at < now() - make_interval(days => $2)
           AND seq < (SELECT max(seq) FROM messaging.message)
         ORDER BY seq LIMIT $3)
       RETURNING 1`,
      [service, KEPT_DAYS, BATCH],
    );
    forgotten = rows.length;
  }
}
