import type { PlatformApi } from '../api/platform-api.js';
import { isoInstant } from '../format/time.js';
import type { Gate } from '../gates/gate.js';
import { decodeGate } from '../gates/gate.js';
import { decodeRun } from '../settlement/report.js';
import type { LocalDay } from './local-day.js';
import { dayOf, daysAfter, startOf } from './local-day.js';

/**
 * The day to show first: that of the latest gate with trades since yesterday; else of the latest gate since
 * then; else the last day settled; else today. After a replayed day the clock stands on the next day, which
 * has nothing to show.
 *
 * @throws Failure
 */
export async function openingDay(api: PlatformApi, now: number, zone: string): Promise<LocalDay> {
  const today = dayOf(now, zone);
  const since = startOf(daysAfter(today, -1), zone);
  const listed = await api.readAll('/market/v1/gates', { from: isoInstant(since) }, decodeGate);
  const lastGate = latestClosing(listed.filter((gate) => gate.closedAt >= since));
  if (lastGate !== undefined) return tradingDayOf(lastGate, zone);
  const { items: runs } = await api.readPage('/settlement/v1/runs', {}, decodeRun);
  // The end of a run is not in it.
  const lastSettled = latest(runs.map((run) => run.to - 1));
  return lastSettled === undefined ? today : dayOf(lastSettled, zone);
}

/** A gate that closes at midnight ends the day's trading. */
export const tradingDayOf = (closedAt: number, zone: string): LocalDay => dayOf(closedAt - 1, zone);

/** When the latest gate with trades closed; the latest of all where none has any; undefined without gates. */
export function latestClosing(gates: readonly Gate[]): number | undefined {
  const withTrades = gates.filter((gate) => gate.trades > 0);
  return latest((withTrades.length > 0 ? withTrades : gates).map((gate) => gate.closedAt));
}

const latest = (instants: readonly number[]): number | undefined =>
  instants.reduce<number | undefined>((last, instant) => Math.max(last ?? instant, instant), undefined);
