import type { MessagePort } from 'node:worker_threads';
import type { ClearingProblem, FoundClearing } from '#scheduling';
import type { Proof } from './clearing-search.js';
import type { Progress } from './search-watch.js';

/** What the thread is asked. Its answers go to the port: what was found, then the proof; a failure ends them. */
export interface ClearingTask {
  readonly problem: ClearingProblem;
  /** After which it ends with what it has. */
  readonly mostSeconds: number;
  readonly port: MessagePort;
}

export type ThreadAnswer =
  | { readonly kind: 'found'; readonly found: FoundClearing; readonly progress: Progress }
  | ({ readonly kind: 'proven' } & Proof)
  | { readonly kind: 'failed'; readonly reason: string };
