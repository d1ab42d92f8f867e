import type { FlexOfferState } from '../flex-offer.js';

/**
 * Where each state may go (FlexOffer specification v1, section 1.3, with what the deadlines add).
 *
 * ```
 * initial ──▶ offered ──▶ accepted ──▶ assigned ──▶ executed
 *    │           │            │            │
 *    │           ├─▶ rejected ◀┘ (unmatched at the assignment deadline)
 *    ├───────────┴─▶ invalid  (broken; found before or at intake)
 *    └───────────┴────────────┴────────────┴─▶ canceled (withdrawn by its owner)
 * ```
 */
export const LIFE_CYCLE: Readonly<Record<FlexOfferState, readonly FlexOfferState[]>> = {
  initial: ['offered', 'invalid', 'canceled'],
  offered: ['accepted', 'rejected', 'invalid', 'canceled'],
  accepted: ['assigned', 'rejected', 'canceled'],
  assigned: ['executed', 'canceled'],
  rejected: [],
  executed: [],
  invalid: [],
  canceled: [],
};

/** Whether an offer may go from one state straight to another. Staying where it is is not a move. */
export function mayMove(from: FlexOfferState, to: FlexOfferState): boolean {
  return LIFE_CYCLE[from].includes(to);
}

/** Whether the life of an offer ends in this state. */
export function isFinal(state: FlexOfferState): boolean {
  return LIFE_CYCLE[state].length === 0;
}

/** Whether a word of a message is one of the states, in the specification's spelling. */
export function isFlexOfferState(word: string): word is FlexOfferState {
  return Object.hasOwn(LIFE_CYCLE, word);
}
