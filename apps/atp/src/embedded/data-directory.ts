import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newToken } from '#directory';
import { removeCluster, systemErrorCode } from '#embedded-postgres';

/** The folder in which an embedded platform keeps everything. */
export class DataDirectory {
  readonly path: string;
  private readonly lockFile: string;

  constructor(path: string) {
    this.path = resolve(path);
    mkdirSync(this.path, { recursive: true });
    this.lockFile = join(this.path, 'platform.pid');
  }

  /** Two platforms on the same files would end each other's database. */
  lock(): void {
    const holder = existsSync(this.lockFile) ? Number(readFileSync(this.lockFile, 'utf8')) : undefined;
    if (holder !== undefined && holder !== process.pid && isPlatform(holder))
      throw new Error(
        `A platform (process ${holder}) is running on ${this.path}. Stop it, or choose another folder with --data.`,
      );
    writeFileSync(this.lockFile, String(process.pid));
  }

  unlock(): void {
    rmSync(this.lockFile, { force: true });
  }

  /** The administrator's token: made once, kept where only its owner can read it. */
  adminToken(): string {
    const file = join(this.path, 'admin-token');
    if (!existsSync(file)) writeFileSync(file, newToken(), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  }

  remove(): void {
    removeCluster(this.path);
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A process id outlives its process; on Linux the command line tells whether it was given to another. */
function isPlatform(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH') return false;
    if (systemErrorCode(error) !== 'EPERM') throw error;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync('/proc/self/cmdline') || readIfThere(commandLine).includes('atp');
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
