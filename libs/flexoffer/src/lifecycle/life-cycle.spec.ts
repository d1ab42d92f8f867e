import { describe, expect, it } from '@jest/globals';
import type { FlexOfferState } from '../flex-offer.js';
import { isFinal, isFlexOfferState, LIFE_CYCLE, mayMove } from './life-cycle.js';

const STATES = Object.keys(LIFE_CYCLE).filter(isFlexOfferState);

function reachableFrom(state: FlexOfferState, seen = new Set<FlexOfferState>()): Set<FlexOfferState> {
  if (seen.has(state)) return seen;
  seen.add(state);
  LIFE_CYCLE[state].forEach((next) => reachableFrom(next, seen));
  return seen;
}

describe('LIFE_CYCLE', () => {
  it('FO-05 reaches all eight states from initial', () => {
    expect(STATES).toHaveLength(8);
    expect([...reachableFrom('initial')].sort()).toEqual([...STATES].sort());
  });

  it('FO-05 ends in rejected, executed, invalid and canceled, and leads to an end from everywhere', () => {
    expect(STATES.filter(isFinal).sort()).toEqual(['canceled', 'executed', 'invalid', 'rejected']);
    for (const state of STATES) expect([...reachableFrom(state)].some(isFinal)).toBe(true);
  });

  it('FO-05 never goes back', () => {
    for (const state of STATES) {
      for (const next of LIFE_CYCLE[state]) expect(reachableFrom(next).has(state)).toBe(false);
    }
  });

  it.each([
    ['initial', 'offered', true],
    ['offered', 'accepted', true],
    ['offered', 'rejected', true],
    ['accepted', 'assigned', true],
    ['accepted', 'rejected', true],
    ['assigned', 'executed', true],
    ['assigned', 'canceled', true],
    ['initial', 'accepted', false],
    ['accepted', 'executed', false],
    ['assigned', 'rejected', false],
    ['offered', 'offered', false],
    ['executed', 'canceled', false],
  ] as const)('FO-05 %s to %s: %s', (from, to, allowed) => {
    expect(mayMove(from, to)).toBe(allowed);
  });
});
