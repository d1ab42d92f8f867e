import type { IntervalIndex } from '#flexoffer';
import { dayNumber, dayOfNumber, dayQuarters, type LocalDay } from '#settlement';
import type { SettlementPlatform } from './settlement-platform.js';

export const ZONE = 'Europe/Luxembourg';

/** What a meter counted in one quarter-hour; null: nothing is known. */
export interface Counted {
  readonly importWh: number;
  readonly exportWh?: number;
  readonly quality?: 'measured' | 'estimated';
}

/** The local days from `from` to `to`, both included. */
export function daysBetween(from: LocalDay, to: LocalDay): LocalDay[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => dayOfNumber(first + index));
}

/** The interval that starts at a time of the local day, such as `07:15`; of a doubled hour the first. */
export function intervalAt(day: LocalDay, time: string): IntervalIndex {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const found = dayQuarters(day, ZONE).find(({ quarter }) => quarter === hour * 4 + minute / 15);
  if (found === undefined) throw new Error(`${day} has no ${time}`);
  return found.interval;
}

/** The lines of a CSV, without its head, for whole local days of a meter. */
export function csvLines(
  meterId: string,
  days: readonly LocalDay[],
  counted: (interval: IntervalIndex, day: LocalDay) => Counted | null,
): string[] {
  return days.flatMap((day) =>
    dayQuarters(day, ZONE).flatMap(({ interval }) => {
      const value = counted(interval, day);
      if (value === null) return [];
      const start = new Date(interval * 900_000).toISOString();
      const { importWh, exportWh = 0, quality = 'measured' } = value;
      return `${meterId},${start},900,${importWh},${exportWh},dso,${quality}`;
    }),
  );
}

/** Sends lines of `csvLines`. @throws Error if one is refused */
export async function sendCsv(
  platform: Pick<SettlementPlatform, 'request'>,
  lines: readonly string[],
): Promise<void> {
  const head = 'meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality';
  const answer = await platform.request('/metering/v1/readings', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: `${[head, ...lines].join('\n')}\n`,
  });
  if (answer.json<{ refusedCount?: number }>().refusedCount !== 0) throw new Error(answer.text);
}

/** What is asked of one participant in one quarter-hour. */
export interface Asked {
  readonly participantId: string;
  readonly interval: IntervalIndex;
  readonly orderedWh: number;
  readonly tradedAt: number;
  /** Distinguishes trades of one participant in one quarter-hour. */
  readonly trade?: string;
}

/** Tells of trades, each with one participant's device as the only member. */
export async function tellAsked(
  platform: Pick<SettlementPlatform, 'tell'>,
  asked: readonly Asked[],
): Promise<void> {
  const parts = asked.map((one) => ({
    ...one,
    tradeId: `${one.participantId}-${one.interval}${one.trade ?? ''}`,
  }));
  await platform.tell('deliveries.assigned', {
    deliveries: parts.map(({ tradeId, participantId, interval, orderedWh, trade = '' }) => ({
      ...{ tradeId, flexOfferId: `${participantId}-offer${trade}`, participantId },
      ...{ deviceId: `${participantId}-device`, interval, orderedWh },
      ...{ defaultWh: 500, scheduledWh: 500 - orderedWh },
    })),
  });
  await platform.tell('trades.made', {
    trades: parts.map(({ tradeId, interval, orderedWh, tradedAt }) => ({
      ...{ tradeId, buyerId: 'dso' },
      ...{ sellerId: 'aggregator', gridNode: 'lu', interval, changeWh: orderedWh, price: 100_000 },
      ...{ transferPrice: 0, currency: 'EUR', at: tradedAt },
    })),
  });
}
