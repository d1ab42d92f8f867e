import { intervalOf, type IntervalIndex } from '#flexoffer';
import {
  balances,
  explainVersion,
  ledgerEntries,
  formatMicro,
  settleWithEvidence,
  type Settlement,
  type SettlementContract,
  type SettlementFacts,
  type TradedDelivery,
} from '../src/index.js';
import { ZONE } from './readings.js';
import { DELIVERY_DAY, measuredDays } from './settlement-facts.js';

/** The tables of the worked example in docs/settlement.md, each from what the real code answers. */
export type Table = readonly (readonly (string | number)[])[];

/** 10:00 in Luxembourg on Monday, 15 January 2024; the example has trades in this interval and the next two. */
const TEN = intervalOf(Date.parse('2024-01-15T09:00:00Z'));
const TEN_QUARTER = 40;
const CLOCK = ['10:00', '10:15', '10:30'];

/** Each day consumed this many Wh in every quarter-hour; on 10 January the bakery was asked to deviate. */
const DAYS: readonly (readonly [string, number])[] = [
  ...([
    ['2024-01-12', 1000],
    ['2024-01-11', 1020],
    ['2024-01-10', 700],
    ['2024-01-09', 980],
  ] as const),
  ...([
    ['2024-01-08', 1040],
    ['2024-01-05', 1010],
    ['2024-01-04', 990],
    ['2024-01-03', 1200],
  ] as const),
  ...([
    ['2024-01-02', 600],
    ['2024-01-01', 500],
    ['2023-12-29', 1030],
    ['2023-12-28', 970],
  ] as const),
];
const ACTUAL_WH = [900, 1200, undefined];

const CONTRACT: SettlementContract = {
  id: 'bakery-1',
  version: 1,
  participantId: 'bakery',
  currency: 'EUR',
  baselineMethod: 'mid-8-of-10',
  penaltyPerKwh: 110_000,
  toleranceWh: 20,
  shares: { prosumer: 700_000, aggregator: 200_000, operator: 100_000 },
};
const REWARDS = {
  fixedPerMonth: 6_200_000,
  energyFlexPerKwh: 10_000,
  timeFlexPerInterval: 2_000,
  activationFixed: 100_000,
  activationPerKwh: 50_000,
  activationPerStartInterval: 7_000,
};

function delivery(
  tradeId: string,
  interval: IntervalIndex,
  orderedWh: number,
  price: number,
): TradedDelivery {
  const parties = { participantId: 'bakery', buyerId: 'dso', sellerId: 'aggregator' };
  const schedule = { defaultWh: 400, scheduledWh: 400 - orderedWh };
  return {
    tradeId,
    flexOfferId: 'oven',
    interval,
    orderedWh,
    price,
    transferPrice: 0,
    ...parties,
    ...schedule,
  };
}

function facts(
  actualWh: readonly (number | undefined)[],
  more: Partial<SettlementFacts> = {},
): SettlementFacts {
  const history = new Map(DAYS);
  const days = [...history.keys(), DELIVERY_DAY];
  const imported = (day: string, quarter: number): number | null =>
    (day === DELIVERY_DAY ? actualWh[quarter - TEN_QUARTER] : history.get(day)) ?? null;
  const readings = measuredDays(days, imported, 0);
  return {
    period: { from: TEN - 40, to: TEN + 56 },
    zone: ZONE,
    contract: CONTRACT,
    meterId: 'm-1',
    holidays: ['2024-01-01'],
    eventDays: ['2024-01-10'],
    outageDays: [],
    events: [],
    temperatures: [],
    prognoses: [],
    baselineChecks: [],
    deliveries: [
      delivery('t1', TEN, 200, 70_000),
      delivery('t2', TEN + 1, -150, 80_000),
      delivery('t3', TEN + 2, 100, 70_000),
    ],
    readings,
    ...more,
  };
}

function settled(given: SettlementFacts): Settlement {
  const result = settleWithEvidence(given);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const DIRECT = settled(facts(ACTUAL_WH));
const COMPLETE = settled(facts([900, 1200, 1010]));
const DELEGATED = settled(
  facts([900, 1200, 1010], {
    contract: { ...CONTRACT, id: 'bakery-2', rewards: REWARDS, taxRate: 81_000 },
    rewards: {
      months: [{ month: '2024-01', days: 1 }],
      offers: [
        {
          flexOfferId: 'oven',
          interval: TEN,
          energyFlexWh: 4500,
          timeFlexIntervals: 12,
          startShiftIntervals: 2,
        },
        {
          flexOfferId: 'cooler',
          interval: TEN,
          energyFlexWh: 1500,
          timeFlexIntervals: 0,
          startShiftIntervals: null,
        },
      ],
    },
  }),
);

const orDash = (value: string | number | null): string | number => value ?? '-';

function baselineTable(): Table {
  const [day] = DIRECT.evidence.baselines;
  return (day?.ok ? day.days : []).map((one) => [
    one.day,
    one.use === 'skipped' ? '' : one.energyWh / 96,
    one.use === 'skipped' ? '' : one.energyWh,
    one.use === 'skipped' ? `skipped: ${one.reason}` : one.use,
  ]);
}

function deliveryTable({ report }: Settlement): Table {
  return report.lines.map(({ baselineWh, actualWh, orderedWh, deliveredWh, deficiencyWh }, index) => [
    CLOCK[index] ?? '',
    orDash(baselineWh),
    orDash(actualWh),
    orDash(baselineWh === null || actualWh === null ? null : baselineWh - actualWh),
    orderedWh,
    orDash(deliveredWh),
    orDash(deficiencyWh),
  ]);
}

function moneyTable({ report: { lines, totals } }: Settlement): Table {
  const rows = lines.map((line, index) => [
    CLOCK[index] ?? '',
    line.price,
    orDash(line.grossAmount),
    orDash(line.amount),
    orDash(line.aggregatorAmount),
    orDash(line.operatorAmount),
    orDash(line.penalty),
  ]);
  return [...rows, ['sum', '', totals.grossAmount, totals.amount, '', '', totals.penalty]];
}

function ledgerTable({ report }: Settlement): Table {
  const entries = ledgerEntries(report, { operatorId: 'operator', aggregatorId: 'aggregator' });
  const rows = entries.map(({ kind, set, party, amount }) => {
    const names = JSON.parse(set) as readonly string[];
    return [
      kind,
      kind === 'reward' ? `${names[1] ?? ''}, ${names[2] ?? ''}` : (names[1] ?? ''),
      party,
      formatMicro(amount),
    ];
  });
  const sums = [...balances(entries)].map(([party, amount]) => ['balance', '', party, formatMicro(amount)]);
  return [...rows, ...sums];
}

function rewardTable({ report: { rewards } }: Settlement): Table {
  return rewards.map(({ reward, of, price, quantity, part, whole, amount }) => [
    reward,
    of,
    price,
    quantity,
    `${part} / ${whole}`,
    orDash(amount),
  ]);
}

export const EXAMPLE: Readonly<Record<string, Table>> = {
  baseline: baselineTable(),
  delivery: deliveryTable(DIRECT),
  money: moneyTable(DIRECT),
  ledger: ledgerTable(DIRECT),
  'delivery with rewards': deliveryTable(DELEGATED),
  'money with rewards': moneyTable(DELEGATED),
  rewards: rewardTable(DELEGATED),
  'totals with rewards': [Object.values(DELEGATED.report.totals)],
  'late value': explainVersion(DIRECT, COMPLETE).words.map((words) => [words]),
};
