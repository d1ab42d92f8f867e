import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventsOf } from './baseline-event.js';

const asked = fc.record({
  interval: fc.integer({ min: 0, max: 30 }),
  notifiedAt: fc.integer({ min: -9, max: 0 }),
});

describe('eventsOf', () => {
  it('ST-03 makes one event of intervals in a row that were notified together', () => {
    const at = (interval: number, notifiedAt: number) => ({ interval, notifiedAt });
    expect(eventsOf([at(6, 1), at(5, 1), at(7, 2), at(9, 2), at(5, 3)])).toEqual([
      { from: 5, to: 7, notifiedAt: 1 },
      { from: 7, to: 8, notifiedAt: 2 },
      { from: 9, to: 10, notifiedAt: 2 },
    ]);
  });

  it('ST-03 says of each interval when it was first asked for, whatever the order, and of no other', () => {
    const law = fc.property(fc.array(asked, { maxLength: 20 }), (list) => {
      const said = eventsOf(list).flatMap(({ from, to, notifiedAt }) =>
        Array.from({ length: to - from }, (_, index): [number, number] => [from + index, notifiedAt]),
      );
      const expected = [...new Set(list.map(({ interval }) => interval))].map(
        (interval): [number, number] => [
          interval,
          Math.min(...list.filter((one) => one.interval === interval).map(({ notifiedAt }) => notifiedAt)),
        ],
      );
      expect(said).toEqual(expected.sort(([a], [b]) => a - b));
      expect(eventsOf(list.toReversed())).toEqual(eventsOf(list));
    });
    fc.assert(law, { seed: 42, numRuns: 200 });
  });
});
