import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BestRuns, fewestRuns, type Histogram } from './best-runs.js';

const example = { values: [0, 4, 5, 6], counts: [9, 1, 9, 9] };

const arbitraryHistogram: fc.Arbitrary<Histogram> = fc
  .uniqueArray(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 9 })), {
    selector: ([value]) => value,
    minLength: 1,
    maxLength: 8,
  })
  .map((pairs) => pairs.sort((a, b) => a[0] - b[0]))
  .map((pairs) => ({ values: pairs.map(([value]) => value), counts: pairs.map(([, count]) => count) }));

/** The loss of the runs that begin with the given values; Infinity if one is too wide. */
function lossOf({ values, counts }: Histogram, firsts: readonly number[], tolerance: number): number {
  let loss = 0;
  values.forEach((value, index) => {
    const first = values[firsts.findLast((each) => each <= index) ?? 0] ?? 0;
    loss += value - first > tolerance ? Infinity : (counts[index] ?? 0) * (value - first);
  });
  return loss;
}

/** The least loss with so many runs, of all ways to cut. */
function leastLoss(histogram: Histogram, runs: number, tolerance: number): number {
  const places = histogram.values.length - 1;
  let least = Infinity;
  for (let cuts = 0; cuts < 2 ** places; cuts += 1) {
    const firsts = histogram.values.map((_, index) => index).filter((i) => i === 0 || (cuts >> (i - 1)) & 1);
    if (firsts.length === runs) least = Math.min(least, lossOf(histogram, firsts, tolerance));
  }
  return least;
}

describe('BestRuns', () => {
  it('FM-02 cuts where least is lost', () => {
    const runs = new BestRuns(example, 4);
    expect([1, 2, 3, 4, 5].map((count) => runs.lossWith(count))).toEqual([Infinity, 13, 4, 0, Infinity]);
    expect(runs.firstValues(2)).toEqual([0, 2]);
    expect(fewestRuns(example.values, 4)).toBe(2);
  });

  it('FM-02 finds what trying all cuts finds, and falls by less and less', () => {
    fc.assert(
      fc.property(arbitraryHistogram, fc.nat(12), (histogram, tolerance) => {
        const runs = new BestRuns(histogram, tolerance);
        const counts = histogram.values.map((_, index) => index + 1);
        const losses = counts.map((count) => runs.lossWith(count));
        expect(losses).toEqual(counts.map((count) => leastLoss(histogram, count, tolerance)));
        const fewest = fewestRuns(histogram.values, tolerance);
        expect(losses.findIndex((loss) => loss < Infinity)).toBe(fewest - 1);
        for (const count of counts.slice(fewest - 1))
          expect(lossOf(histogram, runs.firstValues(count), tolerance)).toBe(losses[count - 1]);
        const savings = losses.slice(fewest).map((loss, index) => (losses[fewest + index - 1] ?? 0) - loss);
        expect(savings.toSorted((a, b) => b - a)).toEqual(savings);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
