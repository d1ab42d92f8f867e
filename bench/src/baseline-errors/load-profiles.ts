import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Site } from './site.js';
import { readSites } from './site.js';

/** The six sites of bench/data/load-profiles. */
export function readLoadProfiles(): Site[] {
  return readSiteFile(join(projectRoot(), 'bench/data/load-profiles/profiles.csv.gz'), 'Europe/Berlin');
}

/** @param path a gzipped CSV as `readSites` wants it */
export function readSiteFile(path: string, zone: string): Site[] {
  return readSites(gunzipSync(readFileSync(path)).toString('utf8'), zone);
}

/** Where package.json lies: this module runs from its source and from dist. */
export function projectRoot(directory = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the benchmark must run inside its project');
  return projectRoot(parent);
}
