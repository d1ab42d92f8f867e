import type { FlexibilityRequest } from '../doms/requests.js';
import type { Evidence } from './evidence.js';
import { digestOf } from './digest.js';
import type { Outcome } from './outcome.js';

export interface Summary {
  readonly offers: number;
  readonly aggregates: number;
  readonly orders: { readonly buy: number; readonly sell: number };
  readonly gates: number;
  readonly trades: { readonly count: number; readonly offersTraded: number };
  /** Sizes of changes, whatever their direction, as whole Wh in kWh. */
  readonly energyKwh: {
    /** By the DOMS. */
    readonly asked: number;
    /** By the market's trades. */
    readonly cleared: number;
    /** From members, as their parts of the trades. */
    readonly scheduled: number;
    /** By members, as their meters show it. */
    readonly delivered: number;
  };
  /** By party, what it earned less what it paid; all together zero. */
  readonly money: Readonly<Record<string, string>>;
  /** Of the settlement: the package with everything that it was computed from, verified without the platform. */
  readonly evidence: Evidence;
  readonly seconds: number;
  readonly digest: string;
}

/** What the platform's lists do not tell. */
export interface Circumstances {
  readonly requests: readonly FlexibilityRequest[];
  readonly evidence: Evidence;
  readonly seconds: number;
}

export function summaryOf(outcome: Outcome, { requests, evidence, seconds }: Circumstances): Summary {
  const lines = outcome.reports.flatMap((report) => report.lines);
  const balances = outcome.balances.toSorted((a, b) => (a.party < b.party ? -1 : 1));
  return {
    offers: outcome.offers.length,
    aggregates: outcome.aggregates,
    orders: { buy: outcome.buyOrders, sell: outcome.sellOrders },
    gates: outcome.gates,
    trades: {
      count: outcome.trades.length,
      offersTraded: outcome.offers.filter(({ flexOfferSchedule }) => flexOfferSchedule != null).length,
    },
    energyKwh: {
      asked: sizeOf(requests.flatMap(({ scheduleChange }) => scheduleChange.map(whOf))),
      cleared: sizeOf(outcome.trades.map(({ changeKwh }) => whOf(changeKwh))),
      scheduled: sizeOf(lines.map(({ orderedWh }) => orderedWh)),
      delivered: sizeOf(lines.map(({ deliveredWh }) => deliveredWh ?? 0)),
    },
    money: Object.fromEntries(balances.map(({ party, amount }) => [party, amount])),
    evidence,
    seconds,
    digest: digestOf(outcome),
  };
}

function sizeOf(changesWh: readonly number[]): number {
  return changesWh.reduce((sum, change) => sum + Math.abs(change), 0) / 1000;
}

function whOf(kwh: number): number {
  return Math.round(kwh * 1000);
}
