import { intervalOf, type IntervalIndex } from '#flexoffer';

/** May 2026, a month of 31 days without a change of the clock. */
export const ZONE = 'Europe/Luxembourg';
export const FROM = '2026-04-30T22:00:00Z';
export const TO = '2026-05-31T22:00:00Z';
/** All that is measured has arrived when the run begins. */
export const RUN_AT = Date.parse('2026-06-01T10:00:00Z');

export const FIRST: IntervalIndex = intervalOf(Date.parse(FROM));
export const QUARTERS = 31 * 96;

/** Business days with events; the first has ten business days without any before it. */
const EVENT_DAYS = [18, 19, 20, 21, 22, 25, 26, 27, 28, 29];
/** Quarter-hours of the local day at which the two events of an event day begin, and how long they are. */
const EVENT_STARTS = [28, 72];
const EVENT_QUARTERS = 4;
/** How long before its event a trade was made. */
const NOTICE_QUARTERS = 8;

/** What each home was to consume less in each quarter-hour of an event. */
export const ORDERED_WH = 60;

/** One quarter-hour in which everybody was to consume less. */
export interface EventQuarter {
  readonly interval: IntervalIndex;
  /** Of the whole event. */
  readonly tradedAt: IntervalIndex;
}

/** The quarter-hours of the 20 events. */
export const EVENT_QUARTERS_OF_MONTH: readonly EventQuarter[] = EVENT_DAYS.flatMap((day) =>
  EVENT_STARTS.flatMap((start) => {
    const from = FIRST + (day - 1) * 96 + start;
    return Array.from({ length: EVENT_QUARTERS }, (_, quarter) => ({
      interval: from + quarter,
      tradedAt: from - NOTICE_QUARTERS,
    }));
  }),
);

const ASKED = new Set(EVENT_QUARTERS_OF_MONTH.map(({ interval }) => interval));

export const participantOf = (home: number): string => `home-${home}`;
export const meterOf = (home: number): string => `meter-${home}`;

/** What a home's meter counted in a quarter-hour: a daily shape of its own, noise, and most of what it was asked for. */
export function importWh(home: number, quarter: number): number {
  const ofDay = quarter % 96;
  const evening = Math.max(0, 16 - Math.abs(ofDay - 76)) * (8 + (home % 7));
  const noise = (quarter * 7919 + home * 104_729) % 41;
  const asked = ASKED.has(FIRST + quarter) ? ORDERED_WH - (home % 3) * 10 : 0;
  return 120 + (home % 50) + evening + noise - asked;
}
