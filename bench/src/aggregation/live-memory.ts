import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const BYTES_PER_MB = 1e6;
const NOISE_BYTES = 10_000;
/** Collections in a row that find nothing more. */
const QUIET_ROUNDS = 5;

/** Megabytes of objects and array buffers that are in use, after everything else was thrown away. */
export function liveMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  if (typeof collectGarbage !== 'function') throw new Error('this Node.js cannot collect garbage when told');
  // Array buffers are given back in the background, some time after the objects that held them are gone.
  let bytes = Infinity;
  for (let quiet = 0; quiet < QUIET_ROUNDS; quiet += 1) {
    Reflect.apply(collectGarbage, undefined, []);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    if (heapUsed + arrayBuffers < bytes - NOISE_BYTES) quiet = 0;
    bytes = Math.min(bytes, heapUsed + arrayBuffers);
  }
  return bytes / BYTES_PER_MB;
}
