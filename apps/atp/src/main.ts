import 'reflect-metadata';
import { Command } from 'commander';
import { failStart } from '#service';
import { demo } from './commands/demo.js';
import { generate } from './commands/generate.js';
import { ingest } from './commands/ingest.js';
import { migrate } from './commands/migrate.js';
import { start } from './commands/start.js';
import { VERIFY_EXAMPLE, verify } from './commands/verify.js';

const program = new Command('atp').description('FlexOffer Automatic Trading Platform').showHelpAfterError();

program
  .command('start')
  .description('start the embedded platform and the demo community; stays up until stopped')
  .option('--empty', 'without the demo community, in real time')
  .option('--port <port>', 'where to listen (default 3000)')
  .option('--data <folder>', 'where the platform keeps its files (default data)')
  .option('--simulated-time <instant>', 'market time moves only when told, from this instant on')
  .action(start);

program
  .command('demo')
  .description('replay the demo day through the whole chain, print its summary, and end')
  .option('--json', 'one line of JSON at the end')
  .option('--quarters <number>', 'only the first quarter-hours of the day')
  .option('--every <number>', 'only every n-th prosumer')
  .option('--data <folder>', 'keep the files here; an interrupted replay goes on')
  .action(demo);

program
  .command('migrate')
  .description('bring the database up to date')
  .option('--data <folder>', 'of the embedded platform with this folder')
  .action(migrate);

program
  .command('ingest')
  .description('send files of meter data (.csv, .ndjson, .json, .xml) to a platform')
  .argument('<file...>')
  .option('--url <address>', 'of the platform', 'http://127.0.0.1:3000')
  .option('--token <token>', "a DSO's or an administrator's (default ATP_ADMIN_TOKEN)")
  .option('--indexes', 'the rows are values of cumulative registers')
  .option('--transformer-factor <number>', 'of registers in billing documents (ESL)')
  .action(ingest);

program
  .command('generate')
  .description('write the committed files that follow from the code (OpenAPI documents)')
  .option('--check', 'write nothing; fail if they, or the migrations, do not follow from the code')
  .action(generate);

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
  failStart(error);
}
