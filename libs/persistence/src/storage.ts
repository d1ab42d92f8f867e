import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';

type PostgresDataSourceOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** What one service (or plumbing library) keeps in PostgreSQL: a schema of its own, and how it came about. */
export interface Storage {
  readonly schema: string;
  readonly entities: readonly (EntityTarget<ObjectLiteral> & (new () => object))[];
  /** In the order in which they apply; a migration's class name ends in its timestamp. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** A key for pg_advisory_lock, so that services that start together migrate one after the other. */
const MIGRATION_LOCK = 7_245_981;

/** Opens the pool that the process's services share. */
export async function openDataSource(
  databaseUrl: string,
  storages: readonly Storage[],
  poolSize: number,
): Promise<DataSource> {
  const dataSource = new DataSource({
    ...connection(databaseUrl),
    entities: storages.flatMap((storage) => [...storage.entities]),
    poolSize,
  });
  return dataSource.initialize();
}

/** Brings every schema up to date; safe to run from several processes at once. */
export async function migrate(databaseUrl: string, storages: readonly Storage[]): Promise<void> {
  const guard = await new DataSource({ ...connection(databaseUrl), poolSize: 1 }).initialize();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const storage of storages) await migrateOne(databaseUrl, storage);
  } finally {
    await guard.destroy();
  }
}

async function migrateOne(databaseUrl: string, storage: Storage): Promise<void> {
  const dataSource = await new DataSource({ ...options(databaseUrl, storage), poolSize: 1 }).initialize();
  try {
    await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${storage.schema}`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/** The data source of one schema alone: for migrations and for checking that entities and tables agree. */
export function options(databaseUrl: string, storage: Storage): PostgresDataSourceOptions {
  return {
    ...connection(databaseUrl),
    schema: storage.schema,
    entities: [...storage.entities],
    migrations: [...storage.migrations],
    migrationsTableName: 'migration',
  };
}

function connection(databaseUrl: string): PostgresDataSourceOptions {
  return { type: 'postgres', url: databaseUrl, applicationName: 'flexoffer-atp', installExtensions: false };
}
