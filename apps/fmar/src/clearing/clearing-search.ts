import type { ClearingProblem, FoundClearing } from '#scheduling';
import type { Progress } from './search-watch.js';

/** What no clearing gains more than, and how far the search had come when that was known. */
export interface Proof {
  readonly boundMicro: number;
  readonly progress: Progress;
}

/** What a gate can act on at once. */
export interface Searched {
  readonly found: FoundClearing;
  readonly progress: Progress;
  /** Follows; rejects if there is none. */
  readonly proof: Promise<Proof>;
}

/** The usual way to clear. Rejects if it fails. */
export type ClearingSearch = (problem: ClearingProblem) => Promise<Searched>;
