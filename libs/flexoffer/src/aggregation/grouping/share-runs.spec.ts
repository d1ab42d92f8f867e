import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareRuns, type LossCurve } from './share-runs.js';

function curve(fewest: number, losses: readonly number[]): LossCurve {
  return { fewest, lossWith: (runs) => losses[runs - fewest] ?? Infinity };
}

/** A curve that falls by less and less, made of its savings. */
const arbitraryCurve = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(20), { maxLength: 4 }))
  .map(([fewest, savings]) => {
    const losses = savings
      .sort((a, b) => a - b)
      .reduce<number[]>((all, saved) => [(all[0] ?? 0) + saved, ...all], [0]);
    return curve(fewest, losses);
  });

/** The least sum of losses that `spare` further runs can bring, of all ways to give them. */
function leastLoss([first, ...others]: readonly LossCurve[], spare: number): number {
  if (first === undefined) return 0;
  const given = Array.from({ length: spare + 1 }, (_, runs) => runs);
  return Math.min(
    ...given.map((runs) => first.lossWith(first.fewest + runs) + leastLoss(others, spare - runs)),
  );
}

describe('shareRuns', () => {
  it('FM-02 gives each further run to whom it saves most, equal ones to the earlier', () => {
    expect(shareRuns([curve(1, [10, 5, 0]), curve(2, [9, 1, 0]), curve(1, [10, 5])], 2)).toEqual([2, 3, 1]);
  });

  it('FM-02 gives nothing where there is nothing to give or to save', () => {
    expect(shareRuns([curve(2, [10, 5])], -1)).toEqual([2]);
    expect(shareRuns([curve(2, [10, 10])], 5)).toEqual([2]);
  });

  it('FM-02 loses the least of all ways to share', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCurve, { maxLength: 3 }), fc.nat(6), (curves, spare) => {
        const runs = shareRuns(curves, spare);
        const loss = curves.reduce((sum, each, index) => sum + each.lossWith(runs[index] ?? 0), 0);
        expect(loss).toBe(leastLoss(curves, spare));
        const extra = curves.reduce((sum, { fewest }, index) => sum + (runs[index] ?? 0) - fewest, 0);
        expect(extra).toBeLessThanOrEqual(spare);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
