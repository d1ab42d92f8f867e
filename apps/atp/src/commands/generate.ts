import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { PLUMBING_STORAGES, runServices } from '#service';
import { GeneratedFiles } from '../committed-files/generated-files.js';
import { flexOfferSchemaFile } from '../committed-files/flex-offer-schema-file.js';
import { openApiFiles } from '../committed-files/open-api-files.js';
import { schemaDrift } from '../committed-files/schema-drift.js';
import { ALL_SERVICES } from '../services.js';

export interface GenerateOptions {
  readonly check?: boolean;
}

/** Writes the committed files that follow from the code, or checks that they do; also entities against tables. */
export async function generate(options: GenerateOptions): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'flexoffer-atp-generate-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres(directory);
  try {
    const configuration = readConfiguration({ ATP_PORT: '0', ATP_LOG_LEVEL: 'error' });
    const running = await runServices(ALL_SERVICES, configuration, postgres.databaseUrl);
    const files = new GeneratedFiles(
      new Map([...openApiFiles(running.app, ALL_SERVICES), ...flexOfferSchemaFile()]),
    );
    await running.close();
    const storages = [...PLUMBING_STORAGES, ...ALL_SERVICES.map((service) => service.storage)];
    const faults = [
      ...(await schemaDrift(postgres.databaseUrl, storages)),
      ...(options.check ? files.differences() : []),
    ];
    if (!options.check) files.write();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
