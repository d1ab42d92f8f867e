// `npm run lint`: every check that needs no running platform; shows all that fails, not only the first.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

const CHECKS = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  [
    'types of the pages',
    'svelte-check',
    '--tsconfig',
    'apps/console/tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  // Without its cache, which knows of a file's own changes but not of those in the types that it uses.
  ['code', 'eslint', '--max-warnings', '0', '.'],
  [
    'dependencies',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'apps',
    'libs',
  ],
  ['generated files', process.execPath, 'dist/apps/atp/src/main.js', 'generate', '--check'],
];

// The longest, `code`, beside all others in turn.
const [alone, others] = [
  CHECKS.filter(([name]) => name === 'code'),
  CHECKS.filter(([name]) => name !== 'code'),
];
const outcomes = await Promise.all([alone, others].map(runInTurn));
process.exit(outcomes.flat().every((passed) => passed) ? 0 : 1);

async function runInTurn(checks) {
  const passed = [];
  for (const check of checks) passed.push(await passes(check));
  return passed;
}

/** Runs a check and tells how it went; with all that it printed if it failed. */
async function passes([name, command, ...args]) {
  const program = command === process.execPath ? command : `node_modules/.bin/${command}`;
  try {
    await execFileAsync(program, args, { maxBuffer: 1 << 28 });
    process.stderr.write(`${name} ... ok\n`);
    return true;
  } catch (error) {
    process.stderr.write(`${name} ... FAILED\n`);
    process.stdout.write(
      `${error.stdout ?? ''}${error.stderr ?? ''}${error.code === undefined ? error : ''}\n`,
    );
    return false;
  }
}
