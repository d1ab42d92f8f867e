import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '#clock';
import { systemErrorCode } from './system-error.js';

/** A killed platform leaves its PostgreSQL running; the next start ends it in an orderly way. */
export async function stopOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || !isPostgresOf(pid, data)) return;
  signal(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === 5000) signal(pid, 'SIGQUIT');
    if (waited > 15_000)
      throw new Error(`PostgreSQL (process ${pid}) of an earlier run does not end; stop it.`);
    await pause(50);
  }
}

/** The process id may have been given to somebody else since. */
function isPostgresOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(data);
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH') return false;
    if (systemErrorCode(error) === 'EPERM') return true;
    throw error;
  }
}
