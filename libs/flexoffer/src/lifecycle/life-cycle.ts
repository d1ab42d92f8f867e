import type { FlexOfferState } from '../flex-offer.js';
import type { Actor } from './actor.js';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.js';

const nextOf = (state: FlexOfferState): FlexOfferState[] =>
  LIFE_CYCLE_TABLE.transitions.filter(({ from }) => from === state).map(({ to }) => to);

/** Where each state may go, whoever causes it. */
export const LIFE_CYCLE: Readonly<Record<FlexOfferState, readonly FlexOfferState[]>> = {
  initial: nextOf('initial'),
  offered: nextOf('offered'),
  accepted: nextOf('accepted'),
  assigned: nextOf('assigned'),
  rejected: nextOf('rejected'),
  executed: nextOf('executed'),
  invalid: nextOf('invalid'),
  canceled: nextOf('canceled'),
};

/** Whether an offer may go from one state straight to another. Staying where it is is not a move. */
export function mayMove(from: FlexOfferState, to: FlexOfferState): boolean {
  return LIFE_CYCLE[from].includes(to);
}

/** Whether this actor may take an offer from one state straight to another. */
export function mayCause(actor: Actor, from: FlexOfferState, to: FlexOfferState): boolean {
  return LIFE_CYCLE_TABLE.transitions.some(
    (transition) => transition.from === from && transition.to === to && transition.by.includes(actor),
  );
}

/** Whether the life of an offer ends in this state. */
export function isFinal(state: FlexOfferState): boolean {
  return LIFE_CYCLE_TABLE.final.includes(state);
}

/** Whether a word of a message is one of the states, in the specification's spelling. */
export function isFlexOfferState(word: string): word is FlexOfferState {
  return Object.hasOwn(LIFE_CYCLE, word);
}
