import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearingFaults } from '../check/clearing-faults.js';
import { clear } from '../clear.js';
import { SMALL, arbitraryProblem } from '../testing/arbitrary-problem.js';
import { plainClearing } from './plain-clearing.js';

describe('the clearing for when the search has failed', () => {
  it('MK-03 is lawful, and its weak bound is one', () => {
    let traded = 0;
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        const plain = plainClearing(problem);
        traded += plain.trades.length;
        expect(clearingFaults(problem, plain)).toEqual([]);
        expect(plain.boundMicro).toBeGreaterThanOrEqual(clear(problem).surplusMicro);
      }),
      { seed: 42, numRuns: 1000 },
    );
    expect(traded).toBeGreaterThan(50);
  });

  it('MK-03 stops anywhere with something lawful', () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), fc.nat(30), (problem, steps) => {
        let asked = 0;
        const stopped = clear(problem, () => (asked += 1) > steps);
        expect(clearingFaults(problem, stopped)).toEqual([]);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
