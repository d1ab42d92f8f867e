import { SimulatedClock, SystemClock, type Clock } from '#clock';
import type { Configuration } from '#configuration';
import { Directory, DirectoryChangeListener, directoryStorage } from '#directory';
import { DueWork, dueWorkStorage } from '#due-work';
import { Outbox, WakeUps, lastMarketTime, messagingStorage, type QueueConnection } from '#messaging';
import { Database, migrate, openDataSource, type Storage } from '#persistence';

const POOL_SIZE = 24;
/** The directory is read inside transactions too: sharing their pool, they could wait for one another for ever. */
const DIRECTORY_POOL_SIZE = 2;

/** What all services of a process stand on. */
export interface Platform {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly queue: QueueConnection;
  readonly wakeUps: WakeUps;
  readonly outbox: Outbox;
  readonly dueWork: DueWork;
  readonly directory: Directory;
  readonly directoryDatabase: Database;
  readonly directoryChanges: DirectoryChangeListener;
}

/** The schemas of the plumbing libraries. */
export const PLUMBING_STORAGES: readonly Storage[] = [messagingStorage, dueWorkStorage, directoryStorage];

/** Migrates the database and connects to everything. */
export async function openPlatform(
  configuration: Configuration,
  databaseUrl: string,
  serviceStorages: readonly Storage[],
): Promise<Platform> {
  const storages = [...PLUMBING_STORAGES, ...serviceStorages];
  await migrate(databaseUrl, storages);
  const database = new Database(await openDataSource(databaseUrl, storages, POOL_SIZE));
  const clock = await openClock(configuration, database);
  const queue: QueueConnection =
    configuration.redisUrl === undefined
      ? { kind: 'postgres', databaseUrl }
      : { kind: 'redis', redisUrl: configuration.redisUrl };
  const wakeUps = new WakeUps(queue);
  const directoryDatabase = new Database(
    await openDataSource(databaseUrl, [directoryStorage], DIRECTORY_POOL_SIZE),
  );
  const directory = new Directory(directoryDatabase);
  const directoryChanges = new DirectoryChangeListener(databaseUrl, directory);
  await directoryChanges.start();
  return {
    configuration,
    databaseUrl,
    database,
    clock,
    queue,
    wakeUps,
    outbox: new Outbox(clock, wakeUps),
    dueWork: new DueWork(database, clock),
    directory,
    directoryDatabase,
    directoryChanges,
  };
}

export async function closePlatform(platform: Platform): Promise<void> {
  await platform.directoryChanges.stop();
  await platform.wakeUps.close();
  await platform.directoryDatabase.close();
  await platform.database.close();
}

/** Simulated time goes on where it stood, so that a restart repeats and skips nothing. */
async function openClock(configuration: Configuration, database: Database): Promise<Clock> {
  if (configuration.simulatedTime === undefined) return new SystemClock();
  const clock = new SimulatedClock(configuration.simulatedTime);
  clock.moveTo((await lastMarketTime(database)) ?? configuration.simulatedTime);
  return clock;
}
