import type { ClearingProblem } from '#scheduling';

/** Two sellers for a buyer who asks for more than either has. */
export const problem: ClearingProblem = {
  firstInterval: 100,
  buyOrders: [
    {
      orderId: 'b',
      buyerId: 'dso',
      gridNode: 'z',
      intervals: [{ interval: 101, changeWh: 500, price: 300_000 }],
    },
  ],
  sellOrders: ['s1', 's2'].map((orderId) => ({
    orderId,
    sellerId: 'a',
    gridNode: 'z.f',
    offer: {
      id: orderId,
      state: 'accepted',
      offeredById: 'a',
      gridNode: 'z.f',
      creation: 0,
      acceptanceBefore: 0,
      assignmentBefore: 0,
      startAfter: 101,
      startBefore: 101,
      slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 400 }],
      defaultSchedule: { start: 101, energiesWh: [300] },
      price: { up: 60_000, down: 60_000 },
    },
  })),
  capacities: [],
  committed: [],
  transferPrices: [],
  pricing: 'pay-as-bid',
};
