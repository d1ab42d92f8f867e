import { describe, expect, it } from '@jest/globals';
import { clear } from './clear.js';
import { EIGHT, aBuyOrder, aProblem, aSellOrder, aWashingMachine } from './testing/washing-machine.js';

describe('clear', () => {
  it('MK-03 moves a washing machine to where nobody asks for anything', () => {
    expect(clear(aProblem())).toEqual({
      assignments: [{ orderId: 's1', schedule: { start: EIGHT + 1, energiesWh: [600, 400] } }],
      trades: [
        {
          buyOrderId: 'b1',
          sellOrderId: 's1',
          interval: EIGHT,
          changeWh: 600,
          price: 60_000,
          transferPrice: 0,
        },
      ],
      unserved: [{ buyOrderId: 'b1', interval: EIGHT, changeWh: 200 }],
      setAside: [],
      surplusMicro: 144_000,
      boundMicro: 144_000,
    });
  });

  it('MK-03 does not come back where a buyer asks for less', () => {
    const { assignments, trades } = clear(aProblem({ buyOrders: [aBuyOrder('b1', { 0: 800, 1: 500 })] }));
    expect(assignments[0]?.schedule.start).toBe(EIGHT + 2);
    expect(trades.map(({ changeWh }) => changeWh)).toEqual([600, 400]);
  });

  it('MK-01 leaves a seller outside the zone of the buyer alone', () => {
    const buyOrders = [aBuyOrder('b1', { 0: 800 }, { gridNode: 'z.a.cp' })];
    const { assignments, unserved } = clear(aProblem({ buyOrders }));
    expect(assignments).toEqual([]);
    expect(unserved).toEqual([{ buyOrderId: 'b1', interval: EIGHT, changeWh: 800 }]);
  });

  it.each([
    [300_000, 1],
    [300_001, 0],
  ])('MK-01 trades at a price of %i asked of a buyer that pays 300000: %i assignment(s)', (down, count) => {
    const sellOrders = [aSellOrder('s1', aWashingMachine({ price: { up: 0, down } }))];
    expect(clear(aProblem({ sellOrders })).assignments).toHaveLength(count);
  });

  it('MK-01 MK-03 asks for each interval what the slice asks that runs there, now or by default', () => {
    const [first, second] = aWashingMachine().slices;
    if (first === undefined || second === undefined) throw new Error('a washing machine has two slices');
    const dear = { ...first, price: { up: 0, down: 300_001 } };
    const cheap = { ...second, price: { up: 0, down: 20_000 } };
    const sellOrders = [aSellOrder('s1', aWashingMachine({ slices: [dear, cheap] }))];
    const { trades } = clear(aProblem({ sellOrders, buyOrders: [aBuyOrder('b1', { 0: 800, 1: 500 })] }));
    expect(trades).toMatchObject([{ interval: EIGHT + 1, changeWh: 400, price: 20_000 }]);
  });

  it('MK-01 takes the cheaper of two sellers, and by order id at equal prices', () => {
    const buyOrders = [aBuyOrder('b1', { 0: 600 })];
    const cheap = aSellOrder('s3', aWashingMachine({ price: { up: 0, down: 50_000 } }));
    const equal = [aSellOrder('s2'), aSellOrder('s1')];
    const sellersOf = (sellOrders: typeof equal): string[] =>
      clear(aProblem({ buyOrders, sellOrders })).assignments.map(({ orderId }) => orderId);
    expect(sellersOf([...equal, cheap])).toEqual(['s3']);
    expect(sellersOf(equal)).toEqual(['s1']);
  });

  it('MK-03 respects the capacity that earlier gates left at every node above', () => {
    const capacities = [{ gridNode: 'z', importWh: 500 }];
    const committed = [{ gridNode: 'z.b', interval: EIGHT + 1, changeWh: -400 }];
    expect(clear(aProblem({ capacities })).assignments[0]?.schedule.start).toBe(EIGHT + 1);
    expect(clear(aProblem({ capacities, committed })).assignments).toEqual([]);
  });

  it('MK-03 changes nothing that is past', () => {
    expect(clear(aProblem({ firstInterval: EIGHT + 1 })).assignments).toEqual([]);
  });

  it('MK-03 keeps the total energy while it chooses where to consume it', () => {
    const slices = [900, 700, 300].map((upperWh) => ({
      minDuration: 1,
      maxDuration: 1,
      lowerWh: 0,
      upperWh,
    }));
    const offer = aWashingMachine({
      slices,
      startBefore: EIGHT,
      defaultSchedule: { start: EIGHT, energiesWh: [500, 500, 0] },
      totalEnergy: { lowerWh: 1000, upperWh: 1000 },
    });
    const { assignments } = clear(aProblem({ sellOrders: [aSellOrder('s1', offer)] }));
    expect(assignments[0]?.schedule.energiesWh).toEqual([0, 700, 300]);
  });

  it('rounds the surplus down to whole micro-units', () => {
    const buyOrders = [
      aBuyOrder('b1', {}, { intervals: [{ interval: EIGHT, changeWh: 600, price: 60_003 }] }),
    ];
    expect(clear(aProblem({ buyOrders })).surplusMicro).toBe(1);
  });

  it('refuses a repeated order and amounts that cannot be valued exactly', () => {
    expect(() => clear(aProblem({ sellOrders: [aSellOrder('s1'), aSellOrder('s1')] }))).toThrow(RangeError);
    const dear = aBuyOrder('b1', {}, { intervals: [{ interval: EIGHT, changeWh: 1, price: 2 ** 45 }] });
    expect(() => clear(aProblem({ buyOrders: [dear] }))).toThrow(RangeError);
  });
});
