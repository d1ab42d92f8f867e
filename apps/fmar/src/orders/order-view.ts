import type { SignConvention } from '#directory';
import { formatInstant, instantOf, kwhOfWh, writeFlexOffer, writeSchedule } from '#flexoffer';
import type { BuyInterval } from './buy-interval.entity.js';
import { decimalOfMicro } from './decimal-price.js';
import type { MarketOrder } from './market-order.entity.js';

/** An order as the outside sees it; energies of offers in the reader's sign, of requests in the buyer's. */
export function orderView(
  order: MarketOrder,
  intervals: readonly BuyInterval[],
  sign: SignConvention,
): object {
  return {
    orderId: order.orderId,
    side: order.side,
    participantId: order.participantId,
    gridNode: order.gridNode,
    state: order.state,
    ...(order.reason === null ? {} : { reason: order.reason }),
    receivedAt: formatInstant(order.receivedAt),
    ...(order.closedAt === null ? {} : { closedAt: formatInstant(order.closedAt) }),
    version: order.version,
    ...(order.exclusiveGroup === null ? {} : { exclusiveGroup: order.exclusiveGroup }),
    ...(order.validUntil === null ? {} : { validUntil: formatInstant(order.validUntil) }),
    ...(order.side === 'buy' ? buyView(order, intervals) : sellView(order, sign)),
  };
}

function buyView({ execution, minimumWh }: MarketOrder, intervals: readonly BuyInterval[]): object {
  return {
    execution,
    ...(minimumWh === null ? {} : { minimumKwh: kwhOfWh(minimumWh) }),
    intervals: intervals.map(intervalView),
  };
}

function intervalView({ interval, changeWh, acceptedWh, price }: BuyInterval): object {
  return {
    intervalStart: formatInstant(instantOf(interval)),
    changeKwh: kwhOfWh(changeWh),
    acceptedKwh: kwhOfWh(acceptedWh),
    pricePerKwh: decimalOfMicro(price),
  };
}

function sellView({ offer, schedule, gateId }: MarketOrder, sign: SignConvention): object {
  return {
    ...(offer === null ? {} : { flexOffer: writeFlexOffer(offer, { sign, dialect: 'specification-1' }) }),
    ...(schedule === null ? {} : { schedule: writeSchedule(schedule, { sign }) }),
    ...(gateId === null ? {} : { gateId }),
  };
}
