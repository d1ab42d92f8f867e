import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearingFaults } from './check/clearing-faults.js';
import { clear } from './clear.js';
import type { ClearingProblem, SellOrder } from './clearing.js';
import { CapacityLedger } from './search/capacity-ledger.js';
import { meritOrder } from './search/merit-order.js';
import { RequestBook } from './search/request-book.js';
import { readSeller } from './search/seller.js';
import { standing, sweep, type Positions } from './search/sweeps.js';
import { SMALL, arbitraryProblem } from './testing/arbitrary-problem.js';
import { bestByEnumeration } from './testing/brute-force.js';

const TINY = {
  ...SMALL,
  sellers: 1,
  slices: 3,
  window: 2,
  energyWh: 3,
  directions: 'one',
  conditions: false,
} as const;
const reversed = ({
  firstInterval,
  buyOrders,
  sellOrders,
  capacities,
  committed,
  transferPrices,
  pricing,
}: ClearingProblem): ClearingProblem => ({
  firstInterval,
  pricing,
  transferPrices: transferPrices.toReversed(),
  buyOrders: buyOrders.map((order) => ({ ...order, intervals: order.intervals.toReversed() })).toReversed(),
  sellOrders: sellOrders.toReversed(),
  capacities: capacities.toReversed(),
  committed: committed.toReversed(),
});

describe('laws of clearing', () => {
  it('MK-03 keeps every limit of orders, offers, zones and grid, and sells exactly what is bought', () => {
    let traded = 0;
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        const clearing = clear(problem);
        traded += clearing.trades.length;
        expect(clearingFaults(problem, clearing)).toEqual([]);
      }),
      { seed: 42, numRuns: 1200 },
    );
    expect(traded).toBeGreaterThan(120);
  });

  it('MK-01 does not depend on the order in which anything arrived', () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        expect(clear(reversed(problem))).toEqual(clear(problem));
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('MK-03 finds the best schedule of a single seller, and proves it', () => {
    let traded = 0;
    let proven = 0;
    const withoutTotal = ({ offer, ...order }: SellOrder): SellOrder => {
      const { totalEnergy: _total, ...rest } = offer;
      return { ...order, offer: rest };
    };
    fc.assert(
      fc.property(arbitraryProblem({ ...TINY, directions: 'both' }), (given) => {
        const problem = { ...given, sellOrders: given.sellOrders.map(withoutTotal) };
        const [seller] = problem.sellOrders;
        fc.pre(seller !== undefined);
        const best = bestByEnumeration(problem, seller);
        const { surplusMicro, boundMicro, trades } = clear(problem);
        const soldWh = trades.reduce((sum, { changeWh }) => sum + Math.abs(changeWh), 0);
        traded += trades.length;
        proven += surplusMicro === boundMicro ? 1 : 0;
        expect({ value: surplusMicro, soldWh }).toEqual({ ...best, value: Math.floor(best.value / 1000) });
        expect(boundMicro).toBeGreaterThanOrEqual(surplusMicro);
      }),
      { seed: 42, numRuns: 800 },
    );
    expect(traded).toBeGreaterThan(50);
    expect(proven).toBeGreaterThan(250);
  });

  let shortfalls = 0;
  it('MK-03 finds the best schedule of a single seller with a total energy where one direction is asked', () => {
    fc.assert(
      fc.property(arbitraryProblem(TINY), (problem) => {
        const [seller] = problem.sellOrders;
        fc.pre(seller?.offer.totalEnergy !== undefined);
        const best = Math.floor(bestByEnumeration(problem, seller).value / 1000);
        const { surplusMicro, boundMicro } = clear(problem);
        expect(surplusMicro).toBeLessThanOrEqual(best);
        expect(boundMicro).toBeGreaterThanOrEqual(best);
        shortfalls += surplusMicro < best ? 1 : 0;
      }),
      { seed: 42, numRuns: 800 },
    );
    expect(shortfalls).toBe(0);
  });

  it('MK-01 is the same without the sell orders that found no match', () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...SMALL, conditions: false }), (problem) => {
        const { assignments, trades, surplusMicro, setAside } = clear(problem);
        fc.pre(setAside.length === 0);
        const matched = new Set(assignments.map(({ orderId }) => orderId));
        const sellOrders = problem.sellOrders.filter(({ orderId }) => matched.has(orderId));
        expect(clear({ ...problem, sellOrders })).toMatchObject({ assignments, trades, surplusMicro });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('MK-01 trades the same without the buy orders that found no match', () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...SMALL, conditions: false }), (problem) => {
        const { trades, surplusMicro } = clear(problem);
        const matched = new Set(trades.map(({ buyOrderId }) => buyOrderId));
        const buyOrders = problem.buyOrders.filter(({ orderId }) => matched.has(orderId));
        expect(clear({ ...problem, buyOrders })).toMatchObject({ trades, surplusMicro });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('MK-03 never gains less, beyond the gap that it reports, when a buyer comes', () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...SMALL, conditions: false }), (problem) => {
        const [, ...without] = problem.buyOrders;
        const { surplusMicro, boundMicro } = clear(problem);
        const before = clear({ ...problem, buyOrders: without }).surplusMicro;
        expect(surplusMicro + (boundMicro - surplusMicro)).toBeGreaterThanOrEqual(before);
        expect(boundMicro).toBeGreaterThanOrEqual(surplusMicro);
      }),
      { seed: 42, numRuns: 600 },
    );
  });

  it('MK-01 is the same without the buy orders that nobody whom they reach can serve', () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...SMALL, conditions: false }), (problem) => {
        const aside = { ...problem.buyOrders[0], orderId: 'unmatched', buyerId: 'dso-3', gridNode: 'x' };
        const intervals = aside.intervals ?? [];
        const more = { ...problem, buyOrders: [...problem.buyOrders, { ...aside, intervals }] };
        const { assignments, trades, surplusMicro } = clear(problem);
        expect(clear(more)).toMatchObject({ assignments, trades, surplusMicro });
      }),
      { seed: 42, numRuns: 600 },
    );
  });

  it('MK-03 never gains less from one seller when a buyer asks for more of the same', () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...TINY, energyWh: 40 }), fc.nat(20), (problem, moreWh) => {
        const buyOrders = problem.buyOrders.map((order) => ({
          ...order,
          intervals: order.intervals.map((asked) => ({
            ...asked,
            changeWh: asked.changeWh + Math.sign(asked.changeWh) * moreWh,
          })),
        }));
        const more = clear({ ...problem, buyOrders }).surplusMicro;
        expect(more).toBeGreaterThanOrEqual(clear(problem).surplusMicro);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('MK-03 leaves no sold request open beside unsold energy, even when the rounds run out', () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        const book = new RequestBook(problem);
        const sellers = meritOrder(
          problem.sellOrders.map((order) => readSeller(order, problem.firstInterval, book, 0)),
        );
        const positions: Positions = new Map();
        sweep(sellers, positions, new CapacityLedger(problem, 1100), 2);
        for (const { seller, response, sales } of standing(sellers, positions)) {
          const keys = sales.map(({ request }) => request);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { request, cell } of sales) {
            const soldWh = sales.reduce((sum, sale) => sum + (sale.cell === cell ? sale.soldWh : 0), 0);
            const unsoldWh = Math.abs(response.changesWh[cell] ?? 0) - soldWh;
            expect(unsoldWh === 0 || request.remainingWh === 0).toBe(true);
            expect(seller.reachFrom + cell).toBe(request.interval);
          }
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
