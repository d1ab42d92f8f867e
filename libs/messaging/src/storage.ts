import type { Database, Storage } from '#persistence';
import type { Instant } from '#flexoffer';
import { Message } from './message.entity.js';
import { Messages1763670000000 } from './migrations/1763670000000-messages.js';

export const messagingStorage: Storage = {
  schema: 'messaging',
  entities: [Message],
  migrations: [Messages1763670000000],
};

/** The latest market time that any message carries: where simulated time stood when the platform stopped. */
export async function lastMarketTime(database: Database): Promise<Instant | undefined> {
  const [row] = await database.query<{ sent_at: Date }>(
    'SELECT sent_at FROM messaging.message ORDER BY seq DESC LIMIT 1',
  );
  return row?.sent_at.getTime();
}

/** True when no message waits to be handled, anywhere. */
export async function allMessagesHandled(database: Database): Promise<boolean> {
  const [row] = await database.query<{ waiting: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM messaging.message WHERE consumed_at IS NULL AND failed_at IS NULL) AS waiting`,
  );
  return row?.waiting !== true;
}
