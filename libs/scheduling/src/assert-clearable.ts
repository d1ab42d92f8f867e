import { unitBounds } from '#flexoffer';
import type { ClearingProblem } from './clearing.js';

/**
 * Throws a RangeError on what the market must never hand over: an id twice, an interval twice in one buy order,
 * numbers that are not safe integers, negative capacities, or amounts so large that Wh times price leaves the
 * 2^53 within which the search compares values exactly. (A seller that can move 10 MWh at 100 a kWh: 10^7 Wh
 * times 10^8 is 10^15, a ninth of the limit.)
 */
export function assertClearable(problem: ClearingProblem): void {
  assertIntegers('firstInterval', [problem.firstInterval]);
  assertDistinct('buy order', problem.buyOrders);
  assertDistinct('sell order', problem.sellOrders);
  for (const { orderId, intervals } of problem.buyOrders) {
    assertIntegers(
      `buy order ${orderId}`,
      intervals.flatMap(({ interval, changeWh, price }) => [interval, changeWh, price]),
    );
    if (new Set(intervals.map(({ interval }) => interval)).size < intervals.length) {
      throw new RangeError(`buy order ${orderId} names an interval twice`);
    }
  }
  for (const { gridNode, importWh = 0, exportWh = 0 } of problem.capacities) {
    assertIntegers(`capacity of ${gridNode}`, [importWh, exportWh]);
    if (importWh < 0 || exportWh < 0) throw new RangeError(`capacity of ${gridNode} is negative`);
  }
  for (const { gridNode, interval, changeWh } of problem.committed) {
    assertIntegers(`committed change at ${gridNode}`, [interval, changeWh]);
  }
  assertProductsExact(problem);
}

function assertIntegers(what: string, values: readonly number[]): void {
  if (!values.every(Number.isSafeInteger))
    throw new RangeError(`${what} has a number that is no safe integer`);
}

function assertDistinct(what: string, orders: readonly { readonly orderId: string }[]): void {
  if (new Set(orders.map(({ orderId }) => orderId)).size < orders.length) {
    throw new RangeError(`the same ${what} appears twice`);
  }
}

function assertProductsExact({ buyOrders, sellOrders }: ClearingProblem): void {
  const highest = Math.max(
    0,
    ...buyOrders.map(({ intervals }) => largest(intervals.map(({ price }) => price))),
  );
  for (const { orderId, offer } of sellOrders) {
    const { lowerWh, upperWh } = unitBounds(offer);
    const energies = [...lowerWh, ...upperWh, ...offer.defaultSchedule.energiesWh];
    const prices = [offer.price, ...offer.slices.map((slice) => slice.price ?? offer.price)];
    const asked = prices.flatMap(({ up, down }) => [up, down]);
    const window = [offer.startAfter, offer.startBefore, offer.defaultSchedule.start];
    assertIntegers(`sell order ${orderId}`, [...energies, ...window, ...asked]);
    const movableWh = energies.reduce((sum, energy) => sum + Math.abs(energy), 0);
    if (movableWh * 4 * (highest + largest(asked) + 1) > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`sell order ${orderId} is too large to be valued exactly`);
    }
  }
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
