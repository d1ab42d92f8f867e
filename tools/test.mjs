// `npm test -- [JEST ARGUMENT ...]`: every test that needs no other server.
import { spawnSync } from 'node:child_process';

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const result = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
