import { ConfigurationError, readConfiguration } from '#configuration';
import { runServices } from './run-services.js';
import type { ServiceDefinition } from './service-definition.js';

/** The main program of a service that runs alone, against `DATABASE_URL` and, where set, `REDIS_URL`. */
export async function runAlone(service: ServiceDefinition): Promise<void> {
  try {
    const configuration = readConfiguration(process.env);
    if (configuration.databaseUrl === undefined)
      throw new ConfigurationError([
        'DATABASE_URL must be set: a service that runs alone needs a PostgreSQL server',
      ]);
    const running = await runServices([service], configuration, configuration.databaseUrl);
    process.stdout.write(`${service.title} listens on ${running.url}\n`);
    stopOnSignal(() => running.close());
  } catch (error) {
    failStart(error);
  }
}

/** Ends the process in order when it is asked to. A second signal ends it at once. */
export function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => failStart(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Says why the process cannot go on; a bad setting needs no stack trace. */
export function failStart(error: unknown): never {
  const text =
    error instanceof ConfigurationError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${String(text)}\n`);
  process.exit(1);
}
