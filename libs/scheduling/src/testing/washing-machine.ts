import type { FlexOffer } from '#flexoffer';
import type { BuyOrder, ClearingProblem, SellOrder } from '../clearing.js';

/** For specs: the interval of 20:00 in the example of README.md. */
export const EIGHT = 2000;

/** For specs: a load of 600 and 400 Wh that may start up to four intervals late and asks 0.06 a kWh either way. */
export function aWashingMachine(changes: Partial<FlexOffer> = {}): FlexOffer {
  return {
    id: 'fo-1',
    state: 'accepted',
    offeredById: 'p-1',
    gridNode: 'z.a.cp1',
    creation: 0,
    acceptanceBefore: 0,
    assignmentBefore: 0,
    startAfter: EIGHT,
    startBefore: EIGHT + 4,
    slices: [600, 400].map((energy) => ({
      minDuration: 1,
      maxDuration: 1,
      lowerWh: energy,
      upperWh: energy,
    })),
    defaultSchedule: { start: EIGHT, energiesWh: [600, 400] },
    price: { up: 60_000, down: 60_000 },
    ...changes,
  };
}

export const aSellOrder = (orderId: string, offer: FlexOffer = aWashingMachine()): SellOrder => ({
  orderId,
  sellerId: 'aggregator',
  gridNode: offer.gridNode,
  offer,
});

/** For specs: `asked` by intervals after 20:00, at 0.30 a kWh. */
export const aBuyOrder = (
  orderId: string,
  asked: Record<number, number>,
  changes: Partial<BuyOrder> = {},
): BuyOrder => ({
  orderId,
  buyerId: 'dso',
  gridNode: 'z.a',
  intervals: Object.entries(asked).map(([after, changeWh]) => ({
    interval: EIGHT + Number(after),
    changeWh,
    price: 300_000,
  })),
  ...changes,
});

export const aProblem = (changes: Partial<ClearingProblem> = {}): ClearingProblem => ({
  firstInterval: EIGHT,
  buyOrders: [aBuyOrder('b1', { 0: 800 })],
  sellOrders: [aSellOrder('s1')],
  capacities: [],
  committed: [],
  transferPrices: [],
  pricing: 'pay-as-bid',
  ...changes,
});
