import { AnyItem, BalanceAnswer, FlexOfferAnswer, ReportAnswer, TradeAnswer } from '../platform/answers.js';
import type { Platform } from '../platform/platform.js';

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
    reports: await platform.list(`/settlement/v1/reports?${run}`, token, ReportAnswer),
    balances: await platform.list(`/settlement/v1/balances?${run}`, token, BalanceAnswer),
  };
}
