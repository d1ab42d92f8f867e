import {
  AnyItem,
  BalanceAnswer,
  FlexOfferAnswer,
  ListedReportAnswer,
  ReportAnswer,
  TradeAnswer,
} from '../platform/answers.js';
import type { Platform } from '../platform/platform.js';
import { concurrently } from './concurrently.js';
import { CONNECTIONS } from './register-community.js';

/** Everything that came of the day, as the platform's lists tell it. */
export interface Outcome {
  readonly offers: readonly FlexOfferAnswer[];
  readonly aggregates: number;
  readonly buyOrders: number;
  readonly sellOrders: number;
  readonly gates: number;
  readonly trades: readonly TradeAnswer[];
  readonly reports: readonly ReportAnswer[];
  readonly balances: readonly BalanceAnswer[];
}

export async function readOutcome(platform: Platform, token: string, runId: string): Promise<Outcome> {
  const count = async (path: string): Promise<number> => (await platform.list(path, token, AnyItem)).length;
  const run = `runId=${encodeURIComponent(runId)}`;
  return {
    offers: await platform.list('/fman/v1/flexoffers', token, FlexOfferAnswer),
    aggregates: await count('/fman/v1/aggregates'),
    buyOrders: await count('/market/v1/orders?side=buy'),
    sellOrders: await count('/market/v1/orders?side=sell'),
    gates: await count('/market/v1/gates'),
    trades: await platform.list('/market/v1/trades', token, TradeAnswer),
    reports: await readReports(platform, token, run),
    balances: await platform.list(`/settlement/v1/balances?${run}`, token, BalanceAnswer),
  };
}

/** The list tells which reports there are; their lines are in each. */
async function readReports(platform: Platform, token: string, run: string): Promise<ReportAnswer[]> {
  const listed = await platform.list(`/settlement/v1/reports?${run}`, token, ListedReportAnswer);
  const reports: ReportAnswer[] = [];
  await concurrently(listed, CONNECTIONS, async ({ reportId }) => {
    const path = `/settlement/v1/reports/${reportId}`;
    reports.push(await platform.call({ method: 'GET', path, token }, ReportAnswer));
  });
  return reports;
}
