import 'reflect-metadata';
import { Command } from 'commander';
import type { DemoOptions } from './commands/demo.js';
import type { GenerateOptions } from './commands/generate.js';
import type { IngestOptions } from './commands/ingest.js';
import type { MigrateOptions } from './commands/migrate.js';
import type { StartOptions } from './commands/start.js';
import { VERIFY_EXAMPLE, verify } from './commands/verify.js';

// The services are loaded by the commands that need them: who verifies a file shall not wait for them.

const program = new Command('atp').description('FlexOffer Automatic Trading Platform').showHelpAfterError();

program
  .command('start')
  .description('start the embedded platform and the demo community; stays up until stopped')
  .option('--empty', 'without the demo community, in real time')
  .option('--port <port>', 'where to listen (default 3000)')
  .option('--data <folder>', 'where the platform keeps its files (default data)')
  .option('--simulated-time <instant>', 'market time moves only when told, from this instant on')
  .action(async (options: StartOptions) => (await import('./commands/start.js')).start(options));

program
  .command('demo')
  .description('replay the demo day through the whole chain, print its summary, and end')
  .option('--json', 'one line of JSON at the end')
  .option('--quarters <number>', 'only the first quarter-hours of the day')
  .option('--every <number>', 'only every n-th prosumer')
  .option('--data <folder>', 'keep the files here; an interrupted replay goes on')
  .action(async (options: DemoOptions) => (await import('./commands/demo.js')).demo(options));

program
  .command('migrate')
  .description('bring the database up to date')
  .option('--data <folder>', 'of the embedded platform with this folder')
  .action(async (options: MigrateOptions) => (await import('./commands/migrate.js')).migrate(options));

program
  .command('ingest')
  .description('send files of meter data (.csv, .ndjson, .json, .xml) to a platform')
  .argument('<file...>')
  .option('--url <address>', 'of the platform', 'http://127.0.0.1:3000')
  .option('--token <token>', "a DSO's or an administrator's (default ATP_ADMIN_TOKEN)")
  .option('--indexes', 'the rows are values of cumulative registers')
  .option('--transformer-factor <number>', 'of registers in billing documents (ESL)')
  .action(async (files: readonly string[], options: IngestOptions) =>
    (await import('./commands/ingest.js')).ingest(files, options),
  );

program
  .command('generate')
  .description('write the committed files that follow from the code (OpenAPI documents)')
  .option('--check', 'write nothing; fail if they, or the migrations, do not follow from the code')
  .action(async (options: GenerateOptions) => (await import('./commands/generate.js')).generate(options));

program
  .command('verify')
  .description('verify an evidence package: compute every figure again, without database or network')
  .argument('<file>', 'as GET /settlement/v1/runs/{runId}/evidence-package gives it')
  .requiredOption(
    '--keys <file>',
    'the public keys to trust, as GET /settlement/v1/keys gives them, or a PEM',
  )
  .addHelpText('after', VERIFY_EXAMPLE)
  .action(verify);

try {
  await program.parseAsync();
} catch (error) {
  (await import('#service')).failStart(error);
}
