import { describe, expect, it } from '@jest/globals';
import { reachableStates } from './reachable-states.js';

const transitions = [
  { from: 'offered', to: 'accepted', by: [] },
  { from: 'accepted', to: 'assigned', by: [] },
  { from: 'assigned', to: 'accepted', by: [] },
] as const;

describe('reachableStates', () => {
  it('FO-05 follows transitions, round a loop only once', () => {
    expect([...reachableStates('offered', transitions)]).toEqual(['accepted', 'assigned']);
  });

  it('FO-05 contains the start only if there is a way back', () => {
    expect(reachableStates('accepted', transitions).has('accepted')).toBe(true);
    expect(reachableStates('rejected', transitions).size).toBe(0);
  });
});
