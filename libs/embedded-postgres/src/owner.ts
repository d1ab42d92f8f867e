import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemErrorCode } from './system-error.js';

/** Who runs PostgreSQL: it refuses to run as root, so root hands it to the user «nobody». */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const NOBODY = 65534;

export function postgresOwner(): Owner {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Whether `owner` can reach a path: every folder above it must let others through. */
export function reachable(path: string, owner: Owner): boolean {
  if (owner.uid === undefined) return canRead(path);
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats && stats.uid !== owner.uid && (stats.mode & 0o001) === 0) return false;
  }
  return true;
}

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== undefined) return false;
    throw error;
  }
}
