import { intervalOf, type IntervalIndex } from '#flexoffer';
import type { ServiceDefinition } from '#service';
import type { TestPlatform } from '#testing';
import {
  DAY,
  contractBody,
  startSettlementPlatform,
  type SettlementPlatform,
} from './settlement-platform.js';

/** 07:00 in Luxembourg; all trades of the day are in this interval and the next one. */
export const FIRST: IntervalIndex = intervalOf(Date.parse('2024-03-12T06:00:00Z'));

/** What tests read of a report in a list. */
export interface Summary {
  readonly reportId: string;
  readonly participantId: string;
  readonly version: number;
  readonly totals: { readonly net: string };
  readonly evidenceHash: string;
}

/**
 * A platform that knows a day's trades. `house` settles by its default schedule, `car` by a history that it has not,
 * `shop` has no contract. Each was to consume 300 Wh instead of 500 Wh in two quarters, for 0.10 EUR/kWh.
 */
export interface TradedDay extends SettlementPlatform {
  readonly houseToken: string;
  /** Sends meter values: meter, interval, imported Wh. */
  readings(values: readonly (readonly [string, IntervalIndex, number])[]): Promise<void>;
  /** Settles the day and waits for it. @returns the run's id */
  run(headers?: Readonly<Record<string, string>>, more?: object): Promise<string>;
  /** The one report of a participant. */
  reportOf(runId: string, participantId: string): Promise<Summary>;
}

export async function startTradedDay(administration: ServiceDefinition): Promise<TradedDay> {
  const platform = await startSettlementPlatform(administration);
  const houseToken = await platform.prosumer('house', 'house-meter');
  await platform.prosumer('car', 'car-meter');
  await platform.prosumer('shop', 'shop-meter');
  await platform.put('/settlement/v1/contracts/house-1', contractBody('house'));
  const history = { baseline: { method: 'mid-8-of-10' } };
  await platform.put('/settlement/v1/contracts/car-1', contractBody('car', history));
  await tellTrades(platform);
  const day: TradedDay = {
    ...platform,
    houseToken,
    readings: (values) => sendReadings(platform, values),
    run: (headers = {}, more = {}) => settle(platform, headers, more),
    reportOf: (runId, participantId) => onlyReport(platform, runId, participantId),
  };
  await day.readings([
    ['house-meter', FIRST, 300],
    ['house-meter', FIRST + 1, 450],
    ['shop-meter', FIRST, 300],
  ]);
  return day;
}

async function tellTrades(platform: SettlementPlatform): Promise<void> {
  const intervals = [FIRST, FIRST + 1];
  await platform.tell('deliveries.assigned', {
    deliveries: intervals.flatMap((interval) =>
      ['car', 'house', 'shop'].map((id) => ({
        tradeId: `trade-${interval}`,
        flexOfferId: `${id}-offer`,
        participantId: id,
        deviceId: `${id}-device`,
        interval,
        orderedWh: 200,
        defaultWh: 500,
        scheduledWh: 300,
      })),
    ),
  });
  await platform.tell('trades.made', {
    trades: intervals.map((interval) => ({
      tradeId: `trade-${interval}`,
      buyerId: 'dso',
      sellerId: 'aggregator',
      gridNode: 'lu',
      interval,
      changeWh: 600,
      price: 100_000,
      transferPrice: 0,
      currency: 'EUR',
      at: Date.parse(DAY.from),
    })),
  });
}

async function sendReadings(
  platform: SettlementPlatform,
  values: readonly (readonly [string, IntervalIndex, number])[],
): Promise<void> {
  const rows = values.map(([meterId, interval, importWh]) => ({
    meterId,
    intervalStart: new Date(interval * 900_000).toISOString(),
    intervalSeconds: 900,
    importWh,
    exportWh: 0,
    source: 'dso',
    quality: 'measured',
  }));
  const answer = await platform.post('/metering/v1/readings', rows);
  if (answer.json<{ refusedCount?: number }>().refusedCount !== 0) throw new Error(answer.text);
}

async function settle(
  platform: SettlementPlatform,
  headers: Readonly<Record<string, string>>,
  more: object,
): Promise<string> {
  const answer = await platform.post('/settlement/v1/runs', { ...DAY, ...more }, headers);
  if (answer.status !== 202) throw new Error(answer.text);
  await platform.settled();
  return answer.json<{ runId: string }>().runId;
}

async function onlyReport(
  platform: Pick<TestPlatform, 'request'>,
  runId: string,
  participantId: string,
): Promise<Summary> {
  const path = `/settlement/v1/reports?runId=${runId}&participantId=${participantId}`;
  const [report, ...others] = (await platform.request(path)).json<Summary[]>();
  if (!report || others.length > 0) throw new Error(`${participantId} has not exactly one report`);
  return report;
}
