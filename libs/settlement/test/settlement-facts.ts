import type { EvidenceReading, SettlementFacts } from '../src/index.js';
import { daysAfter } from '../src/calendar/local-day.js';
import { quartersOf } from '../src/calendar/local-quarters.js';
import { CONTRACT, TEN_O_CLOCK, tradedDelivery } from './arbitraries.js';
import { ZONE, daysBefore, readingsOf } from './readings.js';

/** The day of the deliveries, a Monday; a day before it has an event and another an hour without readings. */
export const DELIVERY_DAY = '2024-01-15';

/** Thirty days of readings and two deliveries at ten and one at a quarter past, in Luxembourg. */
export function settlementFacts(changes: Partial<SettlementFacts> = {}): SettlementFacts {
  const days = [...daysBefore(DELIVERY_DAY, 30), DELIVERY_DAY, daysAfter(DELIVERY_DAY, 1)];
  const gap = new Set(
    quartersOf('2024-01-11', ZONE)
      .slice(4, 8)
      .map(({ interval }) => interval),
  );
  const readings = [...readingsOf(days, (day, quarter) => 2000 + Number(day.slice(-2)) * 10 + quarter)]
    .filter(([interval]) => !gap.has(interval))
    .map(([interval, wh]): EvidenceReading => ({
      meterId: 'm-7',
      interval,
      importWh: wh,
      exportWh: 500,
      source: 'dso',
      quality: 'measured',
    }));
  return {
    period: { from: TEN_O_CLOCK - 44, to: TEN_O_CLOCK + 52 },
    zone: ZONE,
    contract: CONTRACT,
    holidays: ['2024-01-01'],
    eventDays: ['2024-01-10', DELIVERY_DAY],
    deliveries: [
      tradedDelivery({ orderedWh: 300, scheduledWh: 2700 }),
      tradedDelivery({ tradeId: 'trade-2', orderedWh: -150, price: 123_457, scheduledWh: 3150 }),
      tradedDelivery({ interval: TEN_O_CLOCK + 1, orderedWh: 80, scheduledWh: 2920 }),
    ],
    readings,
    ...changes,
  };
}
