import { askedPrice } from './asked-price.js';
import type { BuyOrder, ClearedTrade } from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';
import { askedOf, soldIn, transferBetween } from './case.js';
import type { AssignedOrder, ClearingCase } from './case.js';

/** Rules 2 and 4: who may trade with whom, and energy sold equals energy bought. */
export function tradeFaults(given: ClearingCase): string[] {
  const sellers = new Map(given.assigned.map((assigned) => [assigned.order.orderId, assigned]));
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const trade of given.clearing.trades) {
    const name = `${trade.interval} ${JSON.stringify([trade.buyOrderId, trade.sellOrderId])}`;
    if (seen.has(name)) faults.push(`trade ${name} appears twice`);
    seen.add(name);
    const seller = sellers.get(trade.sellOrderId);
    const buyer = given.buyOrders.get(trade.buyOrderId);
    if (seller === undefined || buyer === undefined)
      faults.push(`trade ${name} is of an unknown or unassigned order`);
    else faults.push(...termFaults(trade, buyer, seller).map((reason) => `trade ${name} ${reason}`));
  }
  return [
    ...faults,
    ...given.assigned.flatMap((seller) => soldFaults(given, seller)),
    ...boughtFaults(given),
  ];
}

function termFaults(trade: ClearedTrade, buyer: BuyOrder, { order }: AssignedOrder): string[] {
  const asked = buyer.intervals.find(({ interval }) => interval === trade.interval);
  const faults: string[] = [];
  if (!Number.isSafeInteger(trade.changeWh) || trade.changeWh === 0) faults.push(`has ${trade.changeWh} Wh`);
  if (!isAtOrBelow(order.gridNode, buyer.gridNode)) faults.push('leaves the zone of its buyer');
  if (asked === undefined || Math.sign(asked.changeWh) !== Math.sign(trade.changeWh)) {
    faults.push('is not asked for');
  }
  return faults;
}

/** A seller sells no more than it changes, and all that a buyer would still take at its price. */
function soldFaults(given: ClearingCase, assigned: AssignedOrder): string[] {
  const { order, assignment, changesWh, trades } = assigned;
  const faults: string[] = [];
  for (const interval of new Set([...changesWh.keys(), ...trades.map((trade) => trade.interval)])) {
    const change = changesWh.get(interval) ?? 0;
    const sold = soldIn(trades, interval);
    const sameWay = sold === 0 || Math.sign(sold) === Math.sign(change);
    if (!sameWay || Math.abs(sold) > Math.abs(change)) {
      faults.push(`sell order ${order.orderId} sells ${sold} Wh of a change of ${change} Wh in ${interval}`);
    }
    if (sold === change) continue;
    const price = askedPrice(order.offer, assignment.schedule, interval, change);
    const open = askedOf(given, order, interval, Math.sign(change)).filter(
      (asked) => asked.price >= price + transferBetween(given.problem, order.gridNode, asked.gridNode),
    );
    const missed = open.find((asked) => remaining(given, asked.buyOrderId, interval, asked.changeWh) !== 0);
    if (missed !== undefined) {
      faults.push(
        `sell order ${order.orderId} keeps energy that ${missed.buyOrderId} asks for in ${interval}`,
      );
    }
  }
  return faults;
}

/** A buyer gets no more than it asked for, and what it did not get is reported. */
function boughtFaults(given: ClearingCase): string[] {
  const { problem, clearing } = given;
  const faults: string[] = [];
  const told = new Map<string, number>();
  for (const { buyOrderId, interval, changeWh } of clearing.unserved) {
    const key = `${interval} ${buyOrderId}`;
    told.set(key, (told.get(key) ?? 0) + changeWh);
  }
  let open = 0;
  for (const { orderId, intervals } of problem.buyOrders) {
    for (const { interval, changeWh } of intervals) {
      const left = remaining(given, orderId, interval, changeWh);
      if (left !== 0) open += 1;
      if (left !== 0 && Math.sign(left) !== Math.sign(changeWh)) {
        faults.push(`buy order ${orderId} gets more than the ${changeWh} Wh asked in ${interval}`);
      }
      if ((told.get(`${interval} ${orderId}`) ?? 0) !== left) {
        faults.push(`buy order ${orderId} lacks ${left} Wh in ${interval}, which is not what is reported`);
      }
    }
  }
  if (clearing.unserved.length !== open) faults.push('unserved energy is reported for something else');
  return faults;
}

function remaining(
  { tradesOfBuyer }: ClearingCase,
  buyOrderId: string,
  interval: number,
  changeWh: number,
): number {
  return changeWh - soldIn(tradesOfBuyer.get(buyOrderId) ?? [], interval);
}
