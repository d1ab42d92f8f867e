import { describe, expect, it } from '@jest/globals';
import { clear } from '../clear.js';
import type { ClearingProblem } from '../clearing.js';
import { EIGHT, aBuyOrder, aProblem, aSellOrder, aWashingMachine } from '../testing/washing-machine.js';

const boughtBy = (problem: ClearingProblem): string[] =>
  clear(problem).trades.map(({ buyOrderId, changeWh }) => `${buyOrderId} ${changeWh}`);

describe('conditions of orders', () => {
  it('MK-01 serves an order that wants all or nothing completely or not at all', () => {
    const all = { allOrNothing: true } as const;
    expect(boughtBy(aProblem({ buyOrders: [aBuyOrder('b1', { 0: 600 }, all)] }))).toEqual(['b1 600']);
    const tooMuch = aProblem({ buyOrders: [aBuyOrder('b1', { 0: 601 }, all)] });
    expect(clear(tooMuch)).toMatchObject({
      assignments: [],
      setAside: [{ side: 'buy', orderId: 'b1', reason: 'all-or-nothing' }],
      unserved: [{ buyOrderId: 'b1', changeWh: 601 }],
    });
  });

  it('MK-01 gives what one order leaves for its condition to the next', () => {
    const dear = aBuyOrder('b1', { 0: 601 }, { allOrNothing: true });
    const cheap = aBuyOrder('b2', {}, { intervals: [{ interval: EIGHT, changeWh: 500, price: 100_000 }] });
    expect(boughtBy(aProblem({ buyOrders: [dear, cheap] }))).toEqual(['b2 500']);
  });

  it.each([
    [600, ['b1 600']],
    [601, []],
  ])('MK-01 respects a minimum quantity of %i Wh', (minimumWh, bought) => {
    const intervals = [{ interval: EIGHT, changeWh: 800, price: 300_000, minimumWh }];
    expect(boughtBy(aProblem({ buyOrders: [aBuyOrder('b1', {}, { intervals })] }))).toEqual(bought);
  });

  it('MK-01 lets only the better of two exclusive options trade, on either side', () => {
    const group = { exclusiveGroup: 'either' };
    const options = [aBuyOrder('b1', { 0: 300 }, group), aBuyOrder('b2', { 0: 500 }, group)];
    expect(boughtBy(aProblem({ buyOrders: options }))).toEqual(['b2 500']);
    const dear = aSellOrder('s1', aWashingMachine({ price: { up: 0, down: 70_000 } }));
    const sellOrders = [dear, aSellOrder('s2')].map((order) => ({ ...order, ...group }));
    const { trades, setAside } = clear(aProblem({ sellOrders, buyOrders: [aBuyOrder('b1', { 0: 1200 })] }));
    expect(trades.map(({ sellOrderId }) => sellOrderId)).toEqual(['s2']);
    expect(setAside).toEqual([{ side: 'sell', orderId: 's1', reason: 'another-of-its-group' }]);
  });

  it('MK-06 adds the transfer between seller and buyer to what the buyer pays', () => {
    const transferPrices = [
      { gridNode: 'z.a', price: 1_000_000 },
      { gridNode: 'z.a.cp1', price: 240_000 },
    ];
    expect(clear(aProblem({ transferPrices })).trades).toMatchObject([
      { price: 60_000, transferPrice: 240_000 },
    ]);
    const dearer = [{ gridNode: 'z.a.cp1', price: 240_001 }];
    expect(clear(aProblem({ transferPrices: dearer })).trades).toEqual([]);
  });
});
