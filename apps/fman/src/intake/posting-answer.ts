import type { Fault } from '#flexoffer';
import { badRequest, conflict } from '#problem-details';
import type { IntakeOutcome } from './intake-outcome.js';

/** What became of one posted offer: its state, or why nothing of it was kept. */
export type PostingAnswer =
  | { readonly id: string; readonly state: string; readonly stateReason?: string }
  | { readonly id?: string; readonly errors: readonly Fault[] };

const ANOTHER_CONTENT = 'was sent before with another content';

/**
 * The answers to a batch, in its order.
 *
 * @throws Problem 400 for an empty request, and 400 or 409 for a single offer that was not taken
 */
export function postingAnswers(outcomes: readonly IntakeOutcome[]): PostingAnswer[] {
  const [first, ...others] = outcomes;
  if (!first) throw badRequest([{ path: 'flexOffer', message: 'must have at least one entry' }]);
  if (others.length === 0 && first.kind === 'refused') throw badRequest(first.faults);
  if (others.length === 0 && first.kind === 'conflict')
    throw conflict(`FlexOffer ${first.id} ${ANOTHER_CONTENT}.`);
  return outcomes.map(answerOf);
}

function answerOf(outcome: IntakeOutcome, index: number): PostingAnswer {
  if (outcome.kind === 'refused') return { errors: outcome.faults };
  if (outcome.kind === 'conflict')
    return { id: outcome.id, errors: [{ path: `flexOffer[${index}].id`, message: ANOTHER_CONTENT }] };
  const { id, state, stateReason } = outcome;
  return { id, state, ...(stateReason === undefined ? {} : { stateReason }) };
}
