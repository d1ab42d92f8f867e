import type { ReadOptions } from '../dialects/read-options.js';
import { instantOf } from '../time.js';

/** For specs: a reader that knows what a message may leave out. */
export function readOptions(changes: Partial<ReadOptions> = {}): ReadOptions {
  return {
    sign: 'consumption-positive',
    now: instantOf(1_964_000),
    id: 'given-id',
    offeredById: 'p-1',
    gridNode: 'z.a.given',
    ...changes,
  };
}
