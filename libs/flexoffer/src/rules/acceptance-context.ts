import type { Instant } from '../time.js';

/** What an offer is judged against, besides itself. */
export interface AcceptanceContext {
  readonly now: Instant;
}
