import { describe, expect, it } from '@jest/globals';
import type { FlexOfferState } from '../flex-offer.js';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.js';
import { isFinal, isFlexOfferState, LIFE_CYCLE, mayCause, mayMove } from './life-cycle.js';

const STATES = Object.keys(LIFE_CYCLE).filter(isFlexOfferState);

describe('LIFE_CYCLE', () => {
  it('FO-05 has the eight states of the specification', () => {
    expect(STATES.toSorted()).toEqual(LIFE_CYCLE_TABLE.states.toSorted());
    expect(STATES).toHaveLength(8);
  });

  it('FO-05 ends in rejected, executed, invalid and canceled', () => {
    expect(STATES.filter(isFinal).sort()).toEqual(['canceled', 'executed', 'invalid', 'rejected']);
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

describe('isFlexOfferState', () => {
  it.each([
    ['offered', true],
    ['Initial', false],
    ['toString', false],
    ['', false],
  ])('FO-05 takes "%s": %s', (word, known) => {
    expect(isFlexOfferState(word)).toBe(known);
  });
});

describe('mayCause', () => {
  it.each([
    ['owner', 'initial', 'offered', true],
    ['owner', 'assigned', 'canceled', true],
    ['owner', 'offered', 'accepted', false],
    ['owner', 'assigned', 'executed', false],
    ['flexibility-manager', 'offered', 'rejected', true],
    ['flexibility-manager', 'accepted', 'canceled', true],
    ['flexibility-manager', 'accepted', 'rejected', false],
    ['flexibility-manager', 'initial', 'offered', false],
    ['market', 'accepted', 'assigned', true],
    ['market', 'assigned', 'canceled', false],
    ['deadline', 'initial', 'canceled', true],
    ['deadline', 'accepted', 'rejected', true],
    ['deadline', 'assigned', 'executed', true],
    ['deadline', 'offered', 'accepted', false],
    ['deadline', 'executed', 'canceled', false],
  ] as const)('FO-05 %s, from %s to %s: %s', (actor, from, to, allowed) => {
    expect(mayCause(actor, from, to)).toBe(allowed);
  });

  it('FO-05 gives nobody a move that the life cycle does not have', () => {
    const actors = ['owner', 'flexibility-manager', 'market', 'deadline'] as const;
    const everyPair = STATES.flatMap((from) =>
      STATES.map((to): [FlexOfferState, FlexOfferState] => [from, to]),
    );
    for (const [from, to] of everyPair)
      expect(actors.some((actor) => mayCause(actor, from, to))).toBe(mayMove(from, to));
  });
});
