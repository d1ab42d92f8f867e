import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clear } from '#scheduling';
import { context, FIRST_OPEN, goodSellOrder } from '../orders/rules/market-rule.example.js';
import { buyOrderProgress } from './buy-order-state.js';
import { clearingProblem } from './clearing-problem.js';
import { gateOutcome } from './gate-outcome.js';
import type { AskedInterval, OpenBook } from './open-book.js';
import { bookAtGate } from './tradable-orders.js';

const { offer } = goodSellOrder;
const origin = { origin: 'message' as const, trace: 'trace', exclusiveGroup: null };
const conditions = { execution: 'partly' as const, minimumWh: null, validUntil: null };

const book = (intervals: readonly AskedInterval[], startsLater: readonly number[]): OpenBook => ({
  buyOrders: [{ ...origin, ...conditions, orderId: 'b-1', participantId: 'dso', gridNode: 'lu', intervals }],
  sellOrders: startsLater.map((later, index) => ({
    ...origin,
    orderId: `s-${index}`,
    participantId: 'aggregator',
    gridNode: index % 2 === 0 ? 'lu.north' : 'lu.south',
    validUntil: context.now,
    offer: { ...offer, id: `fo-${index}`, startBefore: offer.startAfter + later },
  })),
});

const asked = fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 8 }).map((changes) =>
  changes.map((changeWh, index) => ({
    interval: FIRST_OPEN + index - 1,
    changeWh: changeWh === 0 ? 1 : changeWh,
    acceptedWh: 0,
    price: 200_000,
  })),
);
const sellers = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 });
const settings = { seed: 42, numRuns: 150 };

const outcomeOf = (given: OpenBook) => {
  const { tradable } = bookAtGate(given, context.now, FIRST_OPEN);
  const clearing = clear(clearingProblem(tradable, FIRST_OPEN, [], [], 'pay-as-bid'));
  return gateOutcome(tradable, clearing, context.now, 'EUR');
};

describe('the outcome of a gate', () => {
  it('MK-04 gives buyers exactly what the trades say, and never more than they asked', () => {
    fc.assert(
      fc.property(asked, sellers, (intervals, startsLater) => {
        const { trades, buyOrders } = outcomeOf(book(intervals, startsLater));
        for (const { interval, changeWh, acceptedWh } of buyOrders.flatMap((order) => order.intervals)) {
          const bought = trades.filter((trade) => trade.interval === interval);
          expect(bought.reduce((sum, trade) => sum + trade.changeWh, 0)).toBe(acceptedWh);
          expect(Math.abs(acceptedWh)).toBeLessThanOrEqual(Math.abs(changeWh));
        }
        expect(new Set(trades.map(({ tradeId }) => tradeId)).size).toBe(trades.length);
      }),
      settings,
    );
  });

  it('MK-03 commits the grid to what the schedules move, which is what each offer can do', () => {
    fc.assert(
      fc.property(asked, sellers, (intervals, startsLater) => {
        const { soldOrders, changes } = outcomeOf(book(intervals, startsLater));
        const moved = changes.reduce((sum, { changeWh }) => sum + changeWh, 0);
        const expected = soldOrders.reduce(
          (sum, { schedule }) => sum + 600 - (schedule.energiesWh[0] ?? 0),
          0,
        );
        expect(moved).toBe(expected);
      }),
      settings,
    );
  });

  it('MK-01 asks the next gate only for what this one left', () => {
    fc.assert(
      fc.property(asked, sellers, (intervals, startsLater) => {
        const { buyOrders } = outcomeOf(book(intervals, startsLater));
        const { tradable } = bookAtGate({ buyOrders, sellOrders: [] }, context.now, FIRST_OPEN);
        const next = clearingProblem(tradable, FIRST_OPEN, [], [], 'pay-as-bid');
        const left = buyOrders
          .flatMap((order) => order.intervals)
          .filter(({ interval, changeWh, acceptedWh }) => interval >= FIRST_OPEN && changeWh !== acceptedWh);
        expect(next.buyOrders.flatMap((order) => order.intervals.map(({ changeWh }) => changeWh))).toEqual(
          left.map(({ changeWh, acceptedWh }) => changeWh - acceptedWh),
        );
      }),
      settings,
    );
  });
});

describe('buyOrderProgress', () => {
  const order = (...acceptedWh: number[]) => {
    const intervals = acceptedWh.map((accepted, index) => ({
      interval: FIRST_OPEN + index,
      changeWh: 100,
      acceptedWh: accepted,
      price: 1,
    }));
    return { ...origin, ...conditions, orderId: 'b', participantId: 'dso', gridNode: 'lu', intervals };
  };

  it('MK-04 says how far an order has come, and whether more can', () => {
    const told = (late: number, ...accepted: number[]) => {
      const { state, final } = buyOrderProgress(order(...accepted), FIRST_OPEN + late);
      return [state, final];
    };
    expect(told(0, 0, 0)).toEqual(['open', false]);
    expect(told(0, 100, 0)).toEqual(['partly', false]);
    expect(told(0, 100, 100)).toEqual(['filled', true]);
    expect(told(1, 50, 100)).toEqual(['partly', true]);
    expect(told(2, 0, 0)).toEqual(['expired', true]);
  });
});
