// `npm run lint`: every check that needs no running platform; shows all that fails, not only the first.
import { spawnSync } from 'node:child_process';

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

let failed = 0;
for (const [name, command, ...args] of CHECKS) {
  process.stderr.write(`${name} ... `);
  const program = command === process.execPath ? command : `node_modules/.bin/${command}`;
  const result = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const passed = result.status === 0;
  process.stderr.write(passed ? 'ok\n' : 'FAILED\n');
  if (passed) continue;
  failed++;
  process.stdout.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n`);
}
process.exit(failed === 0 ? 0 : 1);
