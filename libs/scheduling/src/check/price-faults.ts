import type { MicroPerKwh } from '#flexoffer';
import type { ClearedTrade } from '../clearing.js';
import { askedPrice } from './asked-price.js';
import { transferBetween, type AssignedOrder, type ClearingCase } from './case.js';

interface Terms {
  readonly trade: ClearedTrade;
  readonly ask: MicroPerKwh;
  readonly bid: MicroPerKwh;
  readonly transfer: MicroPerKwh;
  /** What pay-as-clear makes equal: the buyer's node, the interval and the direction. */
  readonly place: string;
}

/** Rule 8: every price follows from the policy, nobody loses, and the transfer is what the way costs. */
export function priceFaults(given: ClearingCase): string[] {
  const assigned = new Map(given.assigned.map((each) => [each.order.orderId, each]));
  const all = given.clearing.trades.flatMap((trade) => termsOf(given, assigned, trade));
  const dearest = new Map<string, MicroPerKwh>();
  for (const { place, ask, transfer } of all)
    dearest.set(place, Math.max(dearest.get(place) ?? -Infinity, ask + transfer));
  return all.flatMap((terms) => {
    const { trade, ask, bid, transfer, place } = terms;
    const name = `trade ${trade.interval} ${JSON.stringify([trade.buyOrderId, trade.sellOrderId])}`;
    const faults: string[] = [];
    if (trade.transferPrice !== transfer)
      faults.push(`${name} pays ${trade.transferPrice} for transfer, not ${transfer}`);
    if (ask + transfer > bid) faults.push(`${name} costs ${ask + transfer}, above the ${bid} of its buyer`);
    const price = expected(given, terms, dearest.get(place) ?? bid);
    if (trade.price !== price) faults.push(`${name} has the price ${trade.price}, not ${price}`);
    return faults;
  });
}

function termsOf(
  given: ClearingCase,
  assigned: ReadonlyMap<string, AssignedOrder>,
  trade: ClearedTrade,
): Terms[] {
  const seller = assigned.get(trade.sellOrderId);
  const buyer = given.buyOrders.get(trade.buyOrderId);
  const asked = buyer?.intervals.find(({ interval }) => interval === trade.interval);
  if (seller === undefined || buyer === undefined || asked === undefined) return [];
  const { order, assignment } = seller;
  return [
    {
      trade,
      ask: askedPrice(order.offer, assignment.schedule, trade.interval, trade.changeWh),
      bid: asked.price,
      transfer: transferBetween(given.problem, order.gridNode, buyer.gridNode),
      place: JSON.stringify([buyer.gridNode, trade.interval, trade.changeWh > 0]),
    },
  ];
}

function expected({ problem }: ClearingCase, { ask, bid, transfer }: Terms, dearest: number): MicroPerKwh {
  switch (problem.pricing) {
    case 'pay-as-bid':
      return ask;
    case 'pay-as-clear':
      return Math.min(bid, dearest) - transfer;
    case 'mid-point':
      return ask + Math.floor((bid - transfer - ask) / 2);
  }
}
