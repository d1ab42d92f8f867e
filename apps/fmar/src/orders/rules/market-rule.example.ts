import { intervalOf, type FlexOffer } from '#flexoffer';
import type { BuySubmission, SellSubmission } from '../order-submission.js';
import type { MarketRuleContext } from './market-rule.js';

/** Orders that keep every rule, for the specs of the rules to break. */
const now = Date.parse('2024-03-12T10:00:00Z');
export const FIRST_OPEN = intervalOf(now) + 1;

export const context: MarketRuleContext = {
  now,
  firstInterval: FIRST_OPEN,
  gridNodes: new Set(['lu', 'lu.north']),
};

export const goodBuyOrder: BuySubmission = {
  side: 'buy',
  orderId: 'b-1',
  participantId: 'dso',
  gridNode: 'lu',
  contentHash: 'hash',
  intervals: [
    { interval: FIRST_OPEN, changeWh: 800, price: 300_000 },
    { interval: FIRST_OPEN + 3, changeWh: -200, price: -10_000 },
  ],
};

const offer: FlexOffer = {
  id: 'fo-1',
  state: 'accepted',
  offeredById: 'aggregator',
  gridNode: 'lu.north',
  creation: now,
  acceptanceBefore: now,
  assignmentBefore: now,
  startAfter: FIRST_OPEN,
  startBefore: FIRST_OPEN + 4,
  slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 600 }],
  defaultSchedule: { start: FIRST_OPEN, energiesWh: [600] },
  price: { up: 60_000, down: 60_000 },
};

export const goodSellOrder: SellSubmission = {
  side: 'sell',
  orderId: 's-1',
  participantId: 'aggregator',
  gridNode: 'lu.north',
  contentHash: 'hash',
  validUntil: now,
  offer,
};

export const withOffer = (changes: Partial<FlexOffer>): SellSubmission => ({
  ...goodSellOrder,
  offer: { ...offer, ...changes },
});
