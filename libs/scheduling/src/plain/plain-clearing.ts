import { unitBounds, type IntervalIndex, type MicroPerKwh, type Schedule } from '#flexoffer';
import type { ClearedTrade, Clearing, ClearingProblem, SellOrder } from '../clearing.js';
import type { Match } from '../pricing/match.js';
import { pricesOf } from '../pricing/prices-of.js';
import { compareText } from '../text-order.js';
import { unservedEnergy } from '../unserved-energy.js';
import { askedByDefault, PlainBook, type PlainRequest } from './plain-book.js';

/**
 * A lawful clearing in the plainest way, for when the search has failed; it shares no code with it. Sellers one after
 * the other, cheapest first, at the start of their default schedule; each moves only what a buyer takes. Orders with
 * conditions do not trade here.
 */
export function plainClearing(problem: ClearingProblem): Clearing {
  const book = new PlainBook(problem);
  const sellers = problem.sellOrders
    .filter(({ exclusiveGroup }) => exclusiveGroup === undefined)
    .toSorted(
      (left, right) => lowestAsk(left) - lowestAsk(right) || compareText(left.orderId, right.orderId),
    );
  const matches: Match[] = [];
  const assignments: Clearing['assignments'][number][] = [];
  for (const seller of sellers) {
    const sold = sellAtDefaultStart(seller, book, problem.firstInterval);
    if (sold.length === 0) continue;
    matches.push(...sold);
    assignments.push({ orderId: seller.orderId, schedule: scheduleAfter(seller, sold) });
  }
  matches.sort(
    (left, right) =>
      compareText(left.sellOrderId, right.sellOrderId) ||
      left.interval - right.interval ||
      compareText(left.buyOrderId, right.buyOrderId),
  );
  const prices = pricesOf(matches, problem.pricing);
  const trades = matches.map((match, index) => tradeOf(match, prices[index] ?? match.ask));
  return {
    assignments: assignments.sort((left, right) => compareText(left.orderId, right.orderId)),
    trades,
    unserved: unservedEnergy(problem, trades),
    setAside: [],
    surplusMicro: book.surplusMicro(),
    boundMicro: Math.max(book.surplusMicro(), plainBoundMicro(problem)),
  };
}

const lowestAsk = ({ offer: { price, slices } }: SellOrder): number =>
  Math.min(...[price, ...slices.map((slice) => slice.price ?? price)].flatMap(({ up, down }) => [up, down]));

function sellAtDefaultStart(seller: SellOrder, book: PlainBook, firstInterval: IntervalIndex): Match[] {
  const { offer } = seller;
  const { start, energiesWh } = offer.defaultSchedule;
  const { lowerWh, upperWh } = unitBounds(offer);
  const sold: Match[] = [];
  let total = energiesWh.reduce((sum, energy) => sum + energy, 0);
  energiesWh.forEach((usual, unit) => {
    const interval = start + unit;
    if (interval < firstInterval) return;
    let energy = usual;
    let direction: number | undefined;
    for (const request of book.seenBy(seller, interval)) {
      const { direction: way } = request;
      if (direction !== undefined && direction !== way) continue;
      const { lowerWh: least = -Infinity, upperWh: most = Infinity } = offer.totalEnergy ?? {};
      const ownRoom = way > 0 ? energy - (lowerWh[unit] ?? energy) : (upperWh[unit] ?? energy) - energy;
      const totalRoom = way > 0 ? total - least : most - total;
      const soldWh = book.sell(seller, request, Math.min(ownRoom, totalRoom));
      if (soldWh === 0) continue;
      direction = way;
      energy -= way * soldWh;
      total -= way * soldWh;
      sold.push(matchOf(seller, request, soldWh));
    }
  });
  return sold;
}

function matchOf(seller: SellOrder, request: PlainRequest, soldWh: number): Match {
  const { buyOrderId, gridNode, interval, direction, price, transferPrice } = request;
  const ask = askedByDefault(seller.offer, interval, direction);
  return {
    buyOrderId,
    sellOrderId: seller.orderId,
    gridNode,
    interval,
    changeWh: direction * soldWh,
    bid: price,
    ask,
    transferPrice,
  };
}

const tradeOf = (match: Match, price: MicroPerKwh): ClearedTrade => ({
  buyOrderId: match.buyOrderId,
  sellOrderId: match.sellOrderId,
  interval: match.interval,
  changeWh: match.changeWh,
  price,
  transferPrice: match.transferPrice,
});

function scheduleAfter({ offer }: SellOrder, sold: readonly Match[]): Schedule {
  const { start, energiesWh } = offer.defaultSchedule;
  const after = [...energiesWh];
  for (const { interval, changeWh } of sold)
    after[interval - start] = (after[interval - start] ?? 0) - changeWh;
  return { start, energiesWh: after };
}

/**
 * What all buyers would pay for all that they ask beyond the lowest ask, in millionths of the currency: a weak bound of
 * every clearing, but one without a search.
 */
export function plainBoundMicro({ buyOrders, sellOrders }: ClearingProblem): number {
  const lowest = sellOrders.reduce((least, order) => Math.min(least, lowestAsk(order)), Infinity);
  if (lowest === Infinity) return 0;
  const thousandths = buyOrders
    .flatMap(({ intervals }) => intervals)
    .reduce(
      (sum, { changeWh, price }) => sum + BigInt(Math.max(0, price - lowest)) * BigInt(Math.abs(changeWh)),
      0n,
    );
  return Number(thousandths / 1000n);
}
