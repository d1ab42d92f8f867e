import { describe, expect, it } from '@jest/globals';
import { clear } from '../clear.js';
import type { Clearing, ClearingProblem } from '../clearing.js';
import { EIGHT, aBuyOrder, aProblem } from '../testing/washing-machine.js';
import { clearingFaults } from './clearing-faults.js';

const problem = aProblem();
const good = clear(problem);
const aside: Partial<Clearing> = {
  setAside: [{ side: 'buy', orderId: 'b1', interval: EIGHT, reason: 'minimum-not-reached' }],
};
const startingAt = (start: number, energiesWh = [600, 400]): Partial<Clearing> => ({
  assignments: [{ orderId: 's1', schedule: { start, energiesWh } }],
});
const traded = (changes: object): Partial<Clearing> => ({
  trades: good.trades.map((trade) => ({ ...trade, ...changes })),
});

describe('clearingFaults', () => {
  it('MK-01 finds nothing wrong with what was cleared', () => {
    expect(clearingFaults(problem, good)).toEqual([]);
  });

  it.each<[string, Partial<Clearing>, RegExp]>([
    ['a start outside the window', startingAt(EIGHT + 5), /outside 2000 to 2004/],
    ['an energy outside its bounds', startingAt(EIGHT + 1, [600, 401]), /401 Wh in unit 1/],
    ['a schedule of another length', startingAt(EIGHT + 1, [1000]), /for 1 instead of 2/],
    ['an order that sells nothing', { trades: [] }, /sells nothing/],
    ['a trade without an assignment', { assignments: [] }, /unassigned order/],
    ['more sold than changed', traded({ changeWh: 601 }), /sells 601 Wh of a change of 600/],
    ['less sold than asked', traded({ changeWh: 599 }), /keeps energy that b1 asks for/],
    ['another price', traded({ price: 60_001 }), /has the price 60001, not 60000/],
    ['a transfer that costs nothing', traded({ transferPrice: 1 }), /pays 1 for transfer, not 0/],
    ['a bound below the surplus', { boundMicro: 143_999 }, /bound 143999 lies below/],
    ['a trade of what is set aside', aside, /b1 is set aside, but trades/],
    ['a trade twice', { trades: [...good.trades, ...good.trades] }, /appears twice/],
    ['unserved energy left out', { unserved: [] }, /lacks 200 Wh/],
    ['another surplus', { surplusMicro: 144_001 }, /surplus is reported as 144001/],
  ])('MK-01 finds %s', (_, change, fault) => {
    expect(clearingFaults(problem, { ...good, ...change }).join('\n')).toMatch(fault);
  });

  it.each<[string, Partial<ClearingProblem>, RegExp]>([
    [
      'a trade out of its zone',
      { buyOrders: [aBuyOrder('b1', { 0: 800 }, { gridNode: 'z.b' })] },
      /leaves the zone/,
    ],
    ['a change of the past', { firstInterval: EIGHT + 1 }, /600 Wh in 2000, which is past/],
    [
      'less than all',
      { buyOrders: [aBuyOrder('b1', { 0: 800 }, { allOrNothing: true })] },
      /all or nothing, but gets 600 of 800/,
    ],
    [
      'a loss for the buyer',
      { transferPrices: [{ gridNode: 'z.a.cp1', price: 250_000 }] },
      /costs 310000, above the 300000/,
    ],
    [
      'a capacity exceeded',
      { capacities: [{ gridNode: 'z.a', importWh: 300 }] },
      /-300 to Infinity Wh in 2002/,
    ],
  ])('MK-03 finds %s', (_, change, fault) => {
    expect(clearingFaults({ ...problem, ...change }, good).join('\n')).toMatch(fault);
  });
});
