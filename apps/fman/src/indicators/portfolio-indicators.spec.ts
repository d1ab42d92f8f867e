import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { minutes, testOffer } from '../testing/test-offers.js';
import { indicatorsAnswer } from './indicators-answer.js';
import { PortfolioIndicators } from './portfolio-indicators.js';

const NOON = intervalOf(minutes(120));
const frame = { from: NOON, to: NOON + 4, openSellOrders: 1, openCommitments: 1, currency: 'EUR' };

describe('the indicators of a portfolio', () => {
  it('FM-07 are all 0 for nothing', () => {
    expect(indicatorsAnswer(new PortfolioIndicators(NOON, NOON + 4), frame)).toMatchObject({
      ...{ openOffers: 0, openFlexibilityKwh: 0, openTimeFlexibilityIntervals: 0, offersByState: {} },
      ...{ flexibilityLevel: 0, activationLevel: 0, adaptability: 0, peakKw: 0, variabilityKw: 0 },
      ...{ expectedGain: '0.000000', expectedCost: '0.000000' },
    });
  });

  it('FM-07 count what is open, what it can do, and what is done with it', () => {
    const found = new PortfolioIndicators(NOON, NOON + 4);
    found.count({ offer: testOffer('open'), state: 'accepted', schedule: null });
    const sold = { start: NOON + 1, energiesWh: [0, 1000] };
    found.count({ offer: testOffer('sold'), state: 'assigned', schedule: sold });
    found.countSold([
      { tradeId: 't', buyerId: 'dso', interval: NOON, changeWh: 1000, price: 100_000 },
      { tradeId: 'u', buyerId: 'dso', interval: NOON - 1, changeWh: 1000, price: 100_000 },
    ]);
    // Default 2 2 0 0 kWh, scheduled 1 1 1 0: mean 0.75, standard deviation 0.433.
    expect(indicatorsAnswer(found, frame)).toMatchObject({
      offersByState: { accepted: 1, assigned: 1 },
      ...{ openOffers: 1, openFlexibilityKwh: 4, openTimeFlexibilityIntervals: 4 },
      ...{ flexibilityLevel: 1, activationLevel: 1 },
      ...{ averageDefaultKw: 4, averageScheduledKw: 3, peakKw: 4, variabilityKw: 1.732, adaptability: 0.433 },
      // 1 kWh less at noon and at 12:15, 1 kWh more at 12:30: twice 0.06 and once 0.05.
      ...{ expectedCost: '0.170000', expectedGain: '-0.070000' },
    });
  });
});
