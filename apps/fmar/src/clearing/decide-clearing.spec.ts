import { describe, expect, it } from '@jest/globals';
import { clear, clearingFaults, clearUnproven, plainClearing } from '#scheduling';
import type { ClearingSearch, Proof } from './clearing-search.js';
import { decideAgain, decideClearing, type ClearingDecision } from './decide-clearing.js';
import { SearchWatch } from './search-watch.js';
import { problem } from './testing/small-problem.js';

/** As the thread does it, in this one. */
const searchUntil =
  (isLate: () => boolean): ClearingSearch =>
  (given) => {
    const watch = new SearchWatch(isLate);
    const { found, prove } = clearUnproven(given, watch.isOver);
    const progress = watch.progress();
    const boundMicro = prove();
    return Promise.resolve({
      found,
      progress,
      proof: Promise.resolve({ boundMicro, progress: watch.progress() }),
    });
  };
const inTime = searchUntil(() => false);
const fail = (): never => {
  throw new Error('the search is broken');
};
const unlawful: ClearingSearch = async (given) => {
  const searched = await inTime(given);
  return { ...searched, found: { ...searched.found, surplusMicro: 1 } };
};
const withProof =
  (proof: () => Promise<Proof>): ClearingSearch =>
  async (given) => ({ ...(await inTime(given)), proof: proof() });

/** The whole decision, which is about what the gate could act on before. */
async function decided(search: ClearingSearch, plain = plainClearing): Promise<ClearingDecision> {
  const { found, decision } = await decideClearing(problem, { search, plain });
  const whole = await decision;
  expect(whole.result).toMatchObject(found);
  return whole;
}

describe('the decision of a gate', () => {
  it('MK-03 is the search, when that does its work in time', async () => {
    expect(await decided(inTime)).toEqual({ method: 'search', result: clear(problem) });
  });

  it.each([
    ['fails', fail, 'the search is broken'],
    ['breaks a rule', unlawful, 'surplus is reported as 1'],
  ])('MK-03 is a plain one with its reason when the search %s', async (_, search, reason) => {
    const decision = await decided(search);
    expect(decision).toMatchObject({ method: 'plain', reason: expect.stringContaining(reason) });
    expect(decision.result.trades.length).toBeGreaterThan(0);
    expect(clearingFaults(problem, decision.result)).toEqual([]);
  });

  it('MK-03 is the better of what the search had and the plain way, when time runs out', async () => {
    let asked = 0;
    const early = await decided(searchUntil(() => true));
    expect(early).toMatchObject({ method: 'plain', reason: 'out of time after 0 steps' });
    const late = await decided(searchUntil(() => (asked += 1) > 2));
    expect(late).toMatchObject({ method: 'stopped', steps: 2 });
    expect(late.result.surplusMicro).toBeGreaterThanOrEqual(early.result.surplusMicro);
  });

  it.each([
    ['fails', withProof(() => Promise.reject(new Error('no proof'))), 'no bound: no proof'],
    [
      'contradicts what was found',
      withProof(() => Promise.resolve({ boundMicro: 0, progress: { steps: 9, isLate: false } })),
      'no bound: 0 lies below the surplus',
    ],
  ])('MK-03 has the weakest bound when the search for a better one %s', async (_, search, reason) => {
    const decision = await decided(search);
    expect(decision).toMatchObject({ method: 'unproven', reason });
    expect(decision.result.boundMicro).toBe(plainClearing(problem).boundMicro);
    expect(clearingFaults(problem, decision.result)).toEqual([]);
    expect(decideAgain(problem, decision)).toEqual(decision.result);
  });

  it('MK-03 says so when nothing at all works', async () => {
    expect(await decided(fail, fail)).toMatchObject({
      method: 'nothing',
      result: { trades: [], unserved: [{ changeWh: 500 }] },
    });
  });

  it('MK-04 comes out again from what is stored, whatever the clock said', async () => {
    for (const limit of [0, 1, 2, 3, 4, 5, 50]) {
      let asked = 0;
      const decision = await decided(searchUntil(() => (asked += 1) > limit));
      expect(decideAgain(problem, decision)).toEqual(decision.result);
    }
    const broken = await decided(fail);
    expect(decideAgain(problem, broken)).toEqual(broken.result);
  });
});
