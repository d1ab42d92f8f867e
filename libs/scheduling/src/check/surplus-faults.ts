import { askedPrice } from './asked-price.js';
import type { AssignedOrder, ClearingCase } from './case.js';
import { transferBetween } from './case.js';

/** Rule 3: the surplus is what the trades gain, nobody's trade makes it smaller, and the bound is not below it. */
export function surplusFaults(given: ClearingCase): string[] {
  const gains = given.assigned.map((assigned) => ({
    id: assigned.order.orderId,
    gain: gainOf(given, assigned),
  }));
  const faults = gains
    .filter(({ gain }) => gain < 0n)
    .map(({ id, gain }) => `sell order ${id} costs more than it gains: ${gain} Wh times micro per kWh`);
  const sum = gains.reduce((total, { gain }) => total + gain, 0n);
  const { surplusMicro, boundMicro } = given.clearing;
  const told = Number.isSafeInteger(surplusMicro) ? BigInt(surplusMicro) : undefined;
  if (told === undefined || told * 1000n > sum || (told + 1n) * 1000n <= sum)
    faults.push(`surplus is reported as ${surplusMicro} micro, but is ${sum} thousandths of that`);
  if (!(boundMicro >= surplusMicro)) faults.push(`the bound ${boundMicro} lies below the surplus`);
  return faults;
}

/** In Wh times micro per kWh. */
function gainOf({ problem, buyOrders }: ClearingCase, { order, assignment, trades }: AssignedOrder): bigint {
  return trades.reduce((gain, trade) => {
    const buyer = buyOrders.get(trade.buyOrderId);
    const asked = buyer?.intervals.find(({ interval }) => interval === trade.interval);
    if (buyer === undefined || asked === undefined) return gain;
    const ask = askedPrice(order.offer, assignment.schedule, trade.interval, trade.changeWh);
    const margin = asked.price - ask - transferBetween(problem, order.gridNode, buyer.gridNode);
    return gain + BigInt(margin) * BigInt(Math.abs(trade.changeWh));
  }, 0n);
}
