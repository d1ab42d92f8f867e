import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearingFaults } from './check/clearing-faults.js';
import { clear } from './clear.js';
import type { ClearingProblem } from './clearing.js';
import { CapacityLedger } from './search/capacity-ledger.js';
import { meritOrder } from './search/merit-order.js';
import { RequestBook } from './search/request-book.js';
import { readSeller } from './search/seller.js';
import { sweep } from './search/sweeps.js';
import { SMALL, arbitraryProblem } from './testing/arbitrary-problem.js';
import { bestByEnumeration } from './testing/brute-force.js';

const TINY = { ...SMALL, sellers: 1, slices: 3, window: 2, energyWh: 3, directions: 'one' } as const;
const reversed = ({
  firstInterval,
  buyOrders,
  sellOrders,
  capacities,
  committed,
}: ClearingProblem): ClearingProblem => ({
  firstInterval,
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
      { seed: 42, numRuns: 5000 },
    );
    expect(traded).toBeGreaterThan(500);
  });

  it('MK-01 does not depend on the order in which anything arrived', () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        expect(clear(reversed(problem))).toEqual(clear(problem));
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('MK-03 finds the best schedule of a single seller', () => {
    let traded = 0;
    fc.assert(
      fc.property(arbitraryProblem(TINY), (problem) => {
        fc.pre(problem.sellOrders[0] !== undefined);
        const best = bestByEnumeration(problem, problem.sellOrders[0]);
        const clearing = clear(problem);
        const soldWh = clearing.trades.reduce((sum, { changeWh }) => sum + Math.abs(changeWh), 0);
        traded += clearing.trades.length;
        expect({ value: clearing.surplusMicro, soldWh }).toEqual({
          ...best,
          value: Math.floor(best.value / 1000),
        });
      }),
      { seed: 42, numRuns: 3000 },
    );
    expect(traded).toBeGreaterThan(200);
  });

  it('MK-01 is the same without the sell orders that found no match', () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (problem) => {
        const clearing = clear(problem);
        const matched = new Set(clearing.assignments.map(({ orderId }) => orderId));
        const sellOrders = problem.sellOrders.filter(({ orderId }) => matched.has(orderId));
        expect(clear({ ...problem, sellOrders })).toEqual(clearing);
      }),
      { seed: 42, numRuns: 500 },
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
          problem.sellOrders.map((order) => readSeller(order, problem.firstInterval, book)),
        );
        for (const { seller, response, sales } of sweep(sellers, new CapacityLedger(problem, 1100), 2)) {
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
