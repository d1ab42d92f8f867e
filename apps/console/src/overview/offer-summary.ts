import { Failure } from '../api/failure.js';
import type { Answer } from '../api/answer.js';

export interface OfferCount {
  readonly state: string;
  readonly offers: number;
}

// The order in which an offer passes through them; what the platform adds later comes after.
const LIFE_CYCLE = [
  'initial',
  'offered',
  'accepted',
  'assigned',
  'executed',
  'rejected',
  'canceled',
  'invalid',
];

const rank = (state: string): number => {
  const index = LIFE_CYCLE.indexOf(state);
  return index < 0 ? LIFE_CYCLE.length : index;
};

/** Offers by state, in the order of their life; states without offers are left out. */
export function decodeOfferSummary(answer: Answer): OfferCount[] {
  const counts = answer
    .object('byState')
    .entries()
    .map(([state, offers]): OfferCount => {
      if (typeof offers === 'number') return { state, offers };
      throw new Failure('The answer is not as agreed', `byState.${state} should be a number.`);
    });
  return counts
    .filter(({ offers }) => offers > 0)
    .sort((a, b) => rank(a.state) - rank(b.state) || (a.state < b.state ? -1 : 1));
}
