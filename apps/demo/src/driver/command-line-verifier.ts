import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Verdict } from './evidence.js';

const COMMAND_LINE = fileURLToPath(new URL('../../../atp/src/main.js', import.meta.url));

/** `npx atp verify` in a process of its own, as an auditor runs it: it has nothing but the two files. */
export async function commandLineVerifier(file: string, keysFile: string): Promise<Verdict> {
  const child = spawn(process.execPath, [COMMAND_LINE, 'verify', file, '--keys', keysFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { valid: code === 0, text: `${output}${errors}`.trim() };
}
