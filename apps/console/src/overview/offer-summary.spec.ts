import { describe, expect, it } from '@jest/globals';
import { Answer } from '../api/answer.js';
import { decodeOfferSummary } from './offer-summary.js';

describe('offers by state', () => {
  it('stand in the order of their life, without empty states', () => {
    const answer = new Answer(
      { byState: { rejected: 3, waiting: 1, executed: 5, accepted: 2, invalid: 0 } },
      'summary',
    );
    expect(decodeOfferSummary(answer).map(({ state, offers }) => `${state} ${offers}`)).toEqual([
      'accepted 2',
      'executed 5',
      'rejected 3',
      'waiting 1',
    ]);
  });

  it('name the field that is not as agreed', () => {
    expect(() => decodeOfferSummary(new Answer({ byState: { accepted: 'two' } }, 'summary'))).toThrow(
      /byState\.accepted/,
    );
    expect(() => decodeOfferSummary(new Answer({}, 'summary'))).toThrow(
      /summary\.byState should be an object/,
    );
  });
});
