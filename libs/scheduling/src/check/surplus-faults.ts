import { askedOf, soldIn } from './case.js';
import type { AssignedOrder, ClearingCase } from './case.js';

/** Rule 3: the surplus is what the trades gain less the penalties, and nobody's trade makes it smaller. */
export function surplusFaults(given: ClearingCase): string[] {
  const worths = given.assigned.map((assigned) => ({
    id: assigned.order.orderId,
    worth: worthOf(given, assigned),
  }));
  const faults = worths
    .filter(({ worth }) => worth < 0n)
    .map(({ id, worth }) => `sell order ${id} costs more than it gains: ${worth} Wh times micro per kWh`);
  const sum = worths.reduce((total, { worth }) => total + worth, 0n);
  const told = Number.isSafeInteger(given.clearing.surplusMicro)
    ? BigInt(given.clearing.surplusMicro)
    : undefined;
  if (told === undefined || told * 1000n > sum || (told + 1n) * 1000n <= sum) {
    faults.push(
      `surplus is reported as ${given.clearing.surplusMicro} micro, but is ${sum} thousandths of that`,
    );
  }
  return faults;
}

/** In Wh times micro per kWh. */
function worthOf(given: ClearingCase, { order, changesWh, trades }: AssignedOrder): bigint {
  let worth = 0n;
  for (const trade of trades) {
    const asked = given.buyOrders
      .get(trade.buyOrderId)
      ?.intervals.find(({ interval }) => interval === trade.interval);
    worth += BigInt((asked?.price ?? trade.price) - trade.price) * BigInt(Math.abs(trade.changeWh));
  }
  for (const [interval, change] of changesWh) {
    const prices = askedOf(given, order, interval, Math.sign(change)).map(({ price }) => price);
    const unsold = Math.abs(change - soldIn(trades, interval));
    worth -= BigInt(Math.max(0, ...prices)) * BigInt(unsold);
  }
  return worth;
}
