import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseReleases } from './choose-releases.js';
import { excessesOf, relieveNodes, type LocatedTrade } from './relieve-nodes.js';

const trade = (tradeId: string, remainingWh: number, changes: Partial<LocatedTrade> = {}): LocatedTrade => ({
  tradeId,
  interval: 1,
  gridNode: 'z.a',
  remainingWh,
  price: 50,
  at: 0,
  ...changes,
});
const parts = (releases: ReturnType<typeof chooseReleases>) =>
  releases.map(({ trade: { tradeId }, releasedWh }) => [tradeId, releasedWh]);

describe('what is released', () => {
  it('MK-05 is what was bought last, of one gate the dearest, and just enough', () => {
    const trades = [trade('a', 5), trade('b', 3, { at: 1, price: 60 }), trade('c', 4, { at: 1, price: 90 })];
    expect(parts(chooseReleases(trades, 6))).toEqual([
      ['c', 4],
      ['b', 2],
    ]);
    expect(parts(chooseReleases(trades, -6))).toEqual([]);
  });

  it('MK-05 below a deep node relieves the nodes above it', () => {
    const trades = [trade('a', 5), trade('b', 4, { gridNode: 'z.b' })];
    const committed = trades.map(({ gridNode, interval, remainingWh: changeWh }) => {
      return { gridNode, interval, changeWh };
    });
    const limits = [
      { gridNode: 'z', exportWh: 6 },
      { gridNode: 'z.a', exportWh: 3 },
    ];
    expect(relieveNodes(limits, committed, trades)).toMatchObject([
      { limitedNode: 'z.a', releasedWh: 2, trade: { tradeId: 'a' } },
      { limitedNode: 'z', releasedWh: 1, trade: { tradeId: 'b' } },
    ]);
  });

  const trades = fc
    .array(
      fc.record({
        gridNode: fc.constantFrom('z', 'z.a', 'z.a.x', 'z.b'),
        interval: fc.integer({ min: 1, max: 2 }),
        remainingWh: fc.integer({ min: 1, max: 20 }),
        price: fc.constantFrom(10, 20),
        at: fc.constantFrom(0, 1),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map((each, index) => ({ ...each, tradeId: `t${index}` })));
  const limits = fc.uniqueArray(
    fc.record({ gridNode: fc.constantFrom('z', 'z.a', 'z.a.x', 'z.b'), exportWh: fc.nat({ max: 30 }) }),
    { selector: ({ gridNode }) => gridNode },
  );

  it('MK-05 leaves no node with too much, takes nothing where there is room, and is the same in any order', () => {
    fc.assert(
      fc.property(trades, limits, (all, capacities) => {
        const committed = all.map(({ remainingWh: changeWh, ...each }) => ({ ...each, changeWh }));
        const reliefs = relieveNodes(capacities, committed, all);
        for (const capacity of capacities) expect(excessesOf(capacity, committed, reliefs)).toEqual([]);
        for (const { tradeId, remainingWh } of all) {
          const own = reliefs.filter((relief) => relief.trade.tradeId === tradeId);
          expect(own.every(({ releasedWh }) => releasedWh > 0)).toBe(true);
          expect(own.reduce((sum, { releasedWh }) => sum + releasedWh, 0)).toBeLessThanOrEqual(remainingWh);
        }
        const last = reliefs.at(-1);
        if (last) {
          const undone = [...reliefs.slice(0, -1), { ...last, releasedWh: last.releasedWh - 1 }];
          expect(capacities.flatMap((each) => excessesOf(each, committed, undone))).not.toEqual([]);
        }
        expect(relieveNodes(capacities, committed.toReversed(), all.toReversed())).toEqual(reliefs);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
