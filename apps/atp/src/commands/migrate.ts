import { ConfigurationError, readConfiguration } from '#configuration';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { migrate as migrateStorages } from '#persistence';
import { PLUMBING_STORAGES } from '#service';
import { DataDirectory } from '../embedded/data-directory.js';
import { ALL_SERVICES } from '../services.js';

export interface MigrateOptions {
  readonly data?: string;
}

/** Brings every schema up to date: of `DATABASE_URL`, or of the embedded database. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const environment = options.data === undefined ? process.env : { ...process.env, ATP_DATA: options.data };
  const configuration = readConfiguration(environment);
  const storages = [...PLUMBING_STORAGES, ...ALL_SERVICES.map((service) => service.storage)];
  if (configuration.databaseUrl !== undefined) {
    await migrateStorages(configuration.databaseUrl, storages);
  } else {
    if (configuration.dataDirectory === '') throw new ConfigurationError(['ATP_DATA must be a directory']);
    const data = new DataDirectory(configuration.dataDirectory);
    data.lock();
    const postgres = await startEmbeddedPostgres(data.path);
    await migrateStorages(postgres.databaseUrl, storages);
    await postgres.stop();
    data.unlock();
  }
  process.stdout.write(`${storages.length} schemas are up to date.\n`);
}
