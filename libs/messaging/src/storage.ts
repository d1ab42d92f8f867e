import type { Database, Storage } from '#persistence';
import type { Instant } from '#flexoffer';
import type { ServiceName } from '#messages';
import { Consumer } from './consumer.entity.js';
import { Message } from './message.entity.js';
import { Messages1763670000000 } from './migrations/1763670000000-messages.js';

export const messagingStorage: Storage = {
  schema: 'messaging',
  entities: [Message, Consumer],
  migrations: [Messages1763670000000],
};

/** The latest market time that any message carries: where simulated time stood when the platform stopped. */
export async function lastMarketTime(database: Database): Promise<Instant | undefined> {
  const [row] = await database.query<{ sent_at: Date }>(
    'SELECT sent_at FROM messaging.message ORDER BY seq DESC LIMIT 1',
  );
  return row?.sent_at.getTime();
}

/** The services that take messages: every one that has run on this database. */
export async function consumers(database: Database): Promise<readonly ServiceName[]> {
  const rows = await database.query<{ service: ServiceName }>(
    'SELECT service FROM messaging.consumer ORDER BY service',
  );
  return rows.map((row) => row.service);
}

/** True when no message waits for a service that takes messages. */
export async function allMessagesHandled(database: Database): Promise<boolean> {
  const [row] = await database.query<{ waiting: boolean }>(
    `SELECT EXISTS (
       SELECT 1 FROM messaging.message JOIN messaging.consumer ON service = destination
       WHERE consumed_at IS NULL AND failed_at IS NULL) AS waiting`,
  );
  return row?.waiting !== true;
}
