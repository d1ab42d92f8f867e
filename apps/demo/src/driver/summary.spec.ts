import { describe, expect, it } from '@jest/globals';
import { digestOf } from './digest.js';
import type { Outcome } from './outcome.js';
import { summaryOf } from './summary.js';
import { tableOf } from './table.js';

const line = {
  tradeId: 't-1',
  intervalStart: '2024-01-31T08:00:00Z',
  baselineWh: 900,
  scheduledWh: 700,
  actualWh: 750,
  price: '0.080000',
};

const outcome: Outcome = {
  offers: [
    {
      id: 'o-1',
      state: 'executed',
      offeredById: 'home-001',
      flexOfferSchedule: {
        startTime: '2024-01-31T08:00:00Z',
        scheduleSlices: [{ duration: 1, energyAmount: 0.7 }],
      },
    },
    {
      id: 'o-2',
      state: 'rejected',
      stateReason: 'unmatched',
      offeredById: 'home-002',
      flexOfferSchedule: null,
    },
  ],
  aggregates: 1,
  buyOrders: 3,
  sellOrders: 2,
  gates: 12,
  trades: [
    {
      tradeId: 't-1',
      gateId: 'g',
      buyOrderId: 'b',
      sellOrderId: 's',
      buyerId: 'dso',
      sellerId: 'aggregator',
      gridNode: 'lu.north',
      intervalStart: '2024-01-31T08:00:00Z',
      changeKwh: -0.2,
      pricePerKwh: '0.080000',
      currency: 'EUR',
    },
  ],
  reports: [
    {
      participantId: 'home-001',
      currency: 'EUR',
      lines: [
        { ...line, orderedWh: 200, deliveredWh: 150 },
        { ...line, orderedWh: -100, deliveredWh: null },
      ],
      totals: { amount: '0.012', penalty: '0', net: '0.012' },
    },
  ],
  balances: [
    { party: 'home-001', amount: '-0.000001' },
    { party: 'dso', amount: '-0.012000' },
    { party: 'home-002', amount: '0.012001' },
  ],
};
const request = {
  requestId: 'r',
  startTime: '2024-01-31T08:00:00Z',
  intervalLength: 900,
  scheduleChange: [0.3, -0.2],
  energyPrice: [0.1, 0.1],
  gridNode: 'lu.north',
} as const;

describe('the summary of the day', () => {
  const evidence = { valid: true, file: 'run.evidence.ndjson', text: 'VALID' };
  const summary = summaryOf(outcome, { requests: [request], evidence, seconds: 12.5 });

  it('adds up changes in both directions, and traded offers', () => {
    expect(summary.energyKwh).toEqual({ asked: 0.5, cleared: 0.2, scheduled: 0.3, delivered: 0.15 });
    expect(summary.trades).toEqual({ count: 1, offersTraded: 1 });
    expect(summary.orders).toEqual({ buy: 3, sell: 2 });
  });

  it('shows everybody in the table, prosumers together', () => {
    const table = tableOf(summary);
    expect(table).toMatch(/Money: dso +-0\.012000 EUR/);
    expect(table).toMatch(/Money: 2 prosumers +0\.012000 EUR/);
    expect(table).toMatch(/Evidence package +valid/);
    expect(table).toContain(summary.digest);
  });
});

describe('the digest', () => {
  it('does not depend on the order of any list', () => {
    const [report] = outcome.reports;
    const turned: Outcome = {
      ...outcome,
      offers: outcome.offers.toReversed(),
      balances: outcome.balances.toReversed(),
      reports: report ? [{ ...report, lines: report.lines.toReversed() }] : [],
    };
    expect(digestOf(turned)).toBe(digestOf(outcome));
  });

  it('changes with a single Wh and with a single millionth', () => {
    const [report] = outcome.reports;
    const lines = report?.lines.map((each) => ({ ...each, actualWh: 751 })) ?? [];
    const metered: Outcome = { ...outcome, reports: report ? [{ ...report, lines }] : [] };
    const paid: Outcome = { ...outcome, balances: [{ party: 'dso', amount: '-0.012001' }] };
    expect(new Set([outcome, metered, paid].map(digestOf)).size).toBe(3);
  });
});
