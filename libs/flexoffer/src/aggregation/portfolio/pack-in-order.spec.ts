import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packInOrder, type Range } from './pack-in-order.js';

const count = (range: Range) => ({ range, valueOf: () => 1 });
const size = (range: Range) => ({ range, valueOf: (item: number) => item });
const ones = (length: number): number[] => new Array<number>(length).fill(1);

describe('packInOrder', () => {
  it('FM-02 evens out the last two bins', () => {
    const { bins, leftovers } = packInOrder(ones(23), [count({ least: 5, most: 10 })]);
    expect(bins.map(({ length }) => length)).toEqual([10, 8, 5]);
    expect(leftovers).toEqual([]);
  });

  it('FM-02 reports what fits nowhere once, and not in a bin too: 7 items in bins of 4 to 5', () => {
    const { bins, leftovers } = packInOrder([1, 2, 3, 4, 5, 6, 7], [count({ least: 4, most: 5 })]);
    expect({ bins, leftovers }).toEqual({ bins: [[1, 2, 3, 4, 5]], leftovers: [6, 7] });
  });

  it('FM-02 leaves over what alone is too large, and goes on', () => {
    const { bins, leftovers } = packInOrder([4, 20, 5, 8], [size({ most: 15 })]);
    expect({ bins, leftovers }).toEqual({ bins: [[4, 5], [8]], leftovers: [20] });
  });

  const arbitraryRange = fc
    .tuple(fc.nat(12), fc.nat(20))
    .map(([least, more]) => ({ least, most: least + more }));

  it('FM-02 has every item once, and every bin inside the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), arbitraryRange, arbitraryRange, (values, items, sums) => {
        const limits = [count(items), size(sums)];
        const { bins, leftovers } = packInOrder(values, limits);
        expect([...bins.flat(), ...leftovers].sort()).toEqual(values.toSorted());
        for (const bin of bins) {
          const sum = bin.reduce((total, item) => total + item, 0);
          expect([bin.length >= items.least, bin.length <= items.most]).toEqual([true, true]);
          expect([sum >= sums.least, sum <= sums.most]).toEqual([true, true]);
        }
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
