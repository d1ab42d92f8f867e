import { describe, expect, it } from '@jest/globals';
import { clear, clearingFaults, plainClearing, type Clearing, type ClearingProblem } from '#scheduling';
import { decideAgain, decideClearing } from './decide-clearing.js';

const problem: ClearingProblem = {
  firstInterval: 100,
  buyOrders: [
    {
      orderId: 'b',
      buyerId: 'dso',
      gridNode: 'z',
      intervals: [{ interval: 101, changeWh: 500, price: 300_000 }],
    },
  ],
  sellOrders: ['s1', 's2'].map((orderId) => ({
    orderId,
    sellerId: 'a',
    gridNode: 'z.f',
    offer: {
      id: orderId,
      state: 'accepted',
      offeredById: 'a',
      gridNode: 'z.f',
      creation: 0,
      acceptanceBefore: 0,
      assignmentBefore: 0,
      startAfter: 101,
      startBefore: 101,
      slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 400 }],
      defaultSchedule: { start: 101, energiesWh: [300] },
      price: { up: 60_000, down: 60_000 },
    },
  })),
  capacities: [],
  committed: [],
  transferPrices: [],
  pricing: 'pay-as-bid',
};
const never = (): boolean => false;
const fail = (): Clearing => {
  throw new Error('the search is broken');
};
const unlawful = (): Clearing => ({ ...clear(problem), surplusMicro: 1 });

describe('the decision of a gate', () => {
  it('MK-03 is the search, when that does its work in time', () => {
    expect(decideClearing(problem, never)).toEqual({ method: 'search', result: clear(problem) });
  });

  it.each([
    ['fails', fail, 'the search is broken'],
    ['breaks a rule', unlawful, 'surplus is reported as 1'],
  ])('MK-03 is a plain one with its reason when the search %s', (_, search, reason) => {
    const decision = decideClearing(problem, never, { search, plain: plainClearing });
    expect(decision).toMatchObject({ method: 'plain', reason: expect.stringContaining(reason) });
    expect(decision.result.trades.length).toBeGreaterThan(0);
    expect(clearingFaults(problem, decision.result)).toEqual([]);
  });

  it('MK-03 is the better of what the search had and the plain way, when time runs out', () => {
    let asked = 0;
    const early = decideClearing(problem, () => true);
    expect(early).toMatchObject({ method: 'plain', reason: 'out of time after 0 steps' });
    const late = decideClearing(problem, () => (asked += 1) > 2);
    expect(late).toMatchObject({ method: 'stopped', steps: 2 });
    expect(late.result.surplusMicro).toBeGreaterThanOrEqual(early.result.surplusMicro);
  });

  it('MK-03 says so when nothing at all works', () => {
    const decision = decideClearing(problem, never, { search: fail, plain: fail });
    expect(decision).toMatchObject({
      method: 'nothing',
      result: { trades: [], unserved: [{ changeWh: 500 }] },
    });
  });

  it('MK-04 comes out again from what is stored, whatever the clock said', () => {
    for (const limit of [0, 1, 2, 3, 4, 5, 50]) {
      let asked = 0;
      const decision = decideClearing(problem, () => (asked += 1) > limit);
      expect(decideAgain(problem, decision)).toEqual(decision.result);
    }
    const broken = decideClearing(problem, never, { search: fail, plain: plainClearing });
    expect(decideAgain(problem, broken)).toEqual(broken.result);
  });
});
