import type { WattHours } from '#flexoffer';
import type { LocalDay, OriginRun, ReadingDay, SettlementFacts } from '../src/index.js';
import { daysAfter } from '../src/calendar/local-day.js';
import { quartersOf } from '../src/calendar/local-quarters.js';
import { CONTRACT, TEN_O_CLOCK, tradedDelivery } from './arbitraries.js';
import { ZONE, daysBefore } from './readings.js';

/** The day of the deliveries, a Monday; a day before it has an event and another an hour without readings. */
export const DELIVERY_DAY = '2024-01-15';

/** Readings of local days, all with the same export; `energyWh` is what they import, null where there is no value. */
export function measuredDays(
  days: readonly LocalDay[],
  energyWh: (day: LocalDay, quarter: number) => WattHours | null,
  exportedWh: WattHours = 500,
): ReadingDay[] {
  return days.map((day) => {
    const importWh = quartersOf(day, ZONE).map(({ quarter }) => energyWh(day, quarter));
    const exportWh = importWh.map((taken) => (taken === null ? null : exportedWh));
    return { day, importWh, exportWh, origins: originsOf(importWh) };
  });
}

function originsOf(importWh: readonly (WattHours | null)[]): OriginRun[] {
  const known = new Uint8Array(importWh.map((taken) => (taken === null ? 0 : 1)));
  const runs: OriginRun[] = [];
  for (let from = 0; from < known.length;) {
    const length = known.subarray(from).findIndex((each) => each !== known[from]);
    const count = length < 0 ? known.length - from : length;
    runs.push(known[from] === 1 ? { count, source: 'dso', quality: 'measured' } : { count });
    from += count;
  }
  return runs;
}

/** Thirty days of readings and two deliveries at ten and one at a quarter past, in Luxembourg. */
export function settlementFacts(changes: Partial<SettlementFacts> = {}): SettlementFacts {
  const days = [...daysBefore(DELIVERY_DAY, 30), DELIVERY_DAY, daysAfter(DELIVERY_DAY, 1)];
  const readings = measuredDays(days, (day, quarter) =>
    day === '2024-01-11' && quarter >= 4 && quarter < 8 ? null : 2000 + Number(day.slice(-2)) * 10 + quarter,
  );
  return {
    period: { from: TEN_O_CLOCK - 44, to: TEN_O_CLOCK + 52 },
    zone: ZONE,
    meterId: 'm-7',
    contract: CONTRACT,
    holidays: ['2024-01-01'],
    eventDays: ['2024-01-10', DELIVERY_DAY],
    outageDays: [],
    events: [{ from: TEN_O_CLOCK, to: TEN_O_CLOCK + 2, notifiedAt: TEN_O_CLOCK - 8 }],
    temperatures: [],
    prognoses: [],
    baselineChecks: [],
    deliveries: [
      tradedDelivery({ orderedWh: 300, scheduledWh: 2700 }),
      tradedDelivery({ tradeId: 'trade-2', orderedWh: -150, price: 123_457, scheduledWh: 3150 }),
      tradedDelivery({ interval: TEN_O_CLOCK + 1, orderedWh: 80, scheduledWh: 2920 }),
    ],
    readings,
    ...changes,
  };
}
