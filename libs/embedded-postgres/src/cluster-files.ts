import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Binaries } from './binaries.js';
import { reachable, type Owner } from './owner.js';

const NOTE = 'location';

/** The files of one PostgreSQL cluster. */
export interface ClusterFiles {
  readonly data: string;
  readonly password: string;
}

/**
 * The cluster under `directory`, made if there is none. A start that was interrupted half-way leaves
 * `cluster.new`, which the next start discards: only a finished cluster gets its name.
 */
export function prepareCluster(directory: string, binaries: Binaries, owner: Owner): ClusterFiles {
  const home = homeOf(directory, owner);
  const data = join(home, 'cluster');
  const passwordFile = join(home, 'password');
  if (existsSync(data)) return { data, password: readFileSync(passwordFile, 'utf8') };

  const unfinished = join(home, 'cluster.new');
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, owner);
  const result = spawnSync(
    binaries.initdb,
    [
      '-D',
      unfinished,
      '-U',
      'atp',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--no-locale',
    ],
    { ...owner, encoding: 'utf8', cwd: home },
  );
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`.trim());
  renameSync(unfinished, data);
  return { data, password };
}

/**
 * Root's folders may be closed to PostgreSQL's user; then the cluster lives under /var/tmp, and a note tells
 * where. The name there is new each time, so that who removes the folder also gives up its cluster.
 */
function homeOf(directory: string, owner: Owner): string {
  const wanted = resolve(directory, 'postgres');
  mkdirSync(wanted, { recursive: true });
  give(wanted, owner);
  if (reachable(wanted, owner)) return wanted;
  const note = join(wanted, NOTE);
  if (!existsSync(note)) writeFileSync(note, `/var/tmp/flexoffer-atp-${randomBytes(8).toString('hex')}`);
  const elsewhere = readFileSync(note, 'utf8');
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  give(elsewhere, owner);
  return elsewhere;
}

/** Removes the cluster under `directory`, wherever its files are. It must not be running. */
export function removeCluster(directory: string): void {
  const home = resolve(directory, 'postgres');
  const note = join(home, NOTE);
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8'), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

function give(path: string, owner: Owner): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}
