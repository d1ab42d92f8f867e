/**
 * Makes apps/demo/data from the full sources: `node apps/demo/extract/extract.mjs SOURCE_FOLDER`.
 * The source folder holds ev-sessions/, load-profiles/ and grid-luxembourg/ as gzipped CSV.
 */
import { fileURLToPath } from 'node:url';
import { extractChargingSessions } from './charging-sessions.mjs';
import { extractGridLoad } from './grid-load.mjs';
import { extractLoadProfiles } from './load-profiles.mjs';

const [source] = process.argv.slice(2);
if (!source) {
  console.error('usage: node apps/demo/extract/extract.mjs SOURCE_FOLDER');
  process.exit(2);
}
const target = fileURLToPath(new URL('../data', import.meta.url));
extractLoadProfiles(source, target);
extractGridLoad(source, target);
extractChargingSessions(source, target);
