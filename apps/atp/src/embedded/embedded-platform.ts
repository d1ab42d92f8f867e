import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '#configuration';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { runServices, type RunningServices } from '#service';
import { ALL_SERVICES } from '../services.js';
import { DataDirectory } from './data-directory.js';

export interface EmbeddedPlatform {
  readonly url: string;
  readonly adminToken: string;
  readonly data: DataDirectory;
  close(): Promise<void>;
}

/** The console's pages, once they are built. */
const PAGES = fileURLToPath(new URL('../../../console/', import.meta.url));

/**
 * Starts the whole platform in this process: PostgreSQL under the data directory (or `DATABASE_URL`), every
 * service on one port.
 *
 * @param settings environment variables that go before those of the process
 */
export async function startEmbeddedPlatform(settings: NodeJS.ProcessEnv): Promise<EmbeddedPlatform> {
  const environment = { ...process.env, ...settings };
  const data = new DataDirectory(readConfiguration(environment).dataDirectory);
  data.lock();
  const adminToken = environment['ATP_ADMIN_TOKEN'] ?? data.adminToken();
  const configuration = readConfiguration({ ...environment, ATP_ADMIN_TOKEN: adminToken });
  const postgres =
    configuration.databaseUrl === undefined ? await startEmbeddedPostgres(data.path) : undefined;
  const databaseUrl = configuration.databaseUrl ?? postgres?.databaseUrl ?? '';
  let running: RunningServices;
  try {
    running = await runServices(ALL_SERVICES, configuration, databaseUrl, pagesFolder());
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
  return {
    url: running.url,
    adminToken,
    data,
    close: async () => {
      await running.close();
      await postgres?.stop();
      data.unlock();
    },
  };
}

function pagesFolder(): string | undefined {
  return existsSync(`${PAGES}index.html`) ? PAGES : undefined;
}
