import { Queue, Worker, createPostgresBackend, withBackend } from 'bullmq';

const onPostgres = withBackend(createPostgresBackend);

/** Where the BullMQ queues live. */
export type QueueConnection =
  | { readonly kind: 'postgres'; readonly databaseUrl: string }
  | { readonly kind: 'redis'; readonly redisUrl: string };

/** The part of BullMQ's queue that wake-ups need, whichever backend it has. */
export interface WakeUpQueue {
  add(name: string, data: object): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of BullMQ's worker that the transport needs. */
export interface WakeUpWorker {
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true };
/** A killed worker's job is taken over by another after at most this long. */
const STALLED_AFTER_MILLISECONDS = 5000;

export function openQueue(connection: QueueConnection, name: string): WakeUpQueue {
  if (connection.kind === 'redis')
    return new Queue(name, { connection: { url: connection.redisUrl }, defaultJobOptions: JOB_OPTIONS });
  return new onPostgres.Queue(name, {
    connection: postgresConnection(connection.databaseUrl),
    defaultJobOptions: JOB_OPTIONS,
  });
}

export function openWorker(
  connection: QueueConnection,
  name: string,
  process: () => Promise<void>,
): WakeUpWorker {
  const timing = {
    lockDuration: STALLED_AFTER_MILLISECONDS,
    stalledInterval: STALLED_AFTER_MILLISECONDS,
    maxStalledCount: 1_000_000,
  };
  if (connection.kind === 'redis')
    return new Worker(name, process, {
      connection: { url: connection.redisUrl, maxRetriesPerRequest: null },
      ...timing,
    });
  return new onPostgres.Worker(name, process, {
    connection: postgresConnection(connection.databaseUrl),
    ...timing,
  });
}

function postgresConnection(databaseUrl: string): {
  connectionString: string;
  schema: string;
  max: number;
  migrate: true;
} {
  return { connectionString: databaseUrl, schema: 'bullmq', max: 2, migrate: true };
}
