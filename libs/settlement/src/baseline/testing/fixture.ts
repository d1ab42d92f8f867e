import type { LocalDay } from '../../calendar/local-day.js';
import { ZONE, baselineInput, daysBefore, readingsOf, type MappedInput } from '../../../test/readings.js';
import { quartersOf } from '../../calendar/local-quarters.js';

/** Enough for every method: more than 4 of each weekday, 91 days for the blend. */
export const HISTORY_DAYS = 100;

/** A winter's day, the day of 92 intervals and the day of 100. */
export const DAYS: readonly LocalDay[] = ['2024-02-19', '2024-03-31', '2024-10-27'];

/**
 * A participant with everything that any method reads: 100 days of readings up to and including the day itself and
 * the day after, temperatures, a default schedule, a prognosis, and one event notified an hour before.
 */
export function fullInput(day: LocalDay): MappedInput {
  const made = MADE.get(day) ?? makeInput(day);
  MADE.set(day, made);
  return made;
}

/** Every method is tested on the same few inputs: making one takes longer than most baselines. */
const MADE = new Map<LocalDay, MappedInput>();

function makeInput(day: LocalDay): MappedInput {
  const quarters = quartersOf(day, ZONE);
  const first = quarters[0]?.interval ?? 0;
  const days = [day, ...daysBefore(day, HISTORY_DAYS)];
  return baselineInput(day, {
    readings: readingsOf(days, (from, quarter) => scattered(from, quarter, 0)),
    temperatureC: readingsOf(days, (from, quarter) => (scattered(from, quarter, 2) % 300) / 10),
    defaultWh: readingsOf([day], (from, quarter) => scattered(from, quarter, 1)),
    prognosis: {
      submittedAt: first - 1,
      energyWh: readingsOf([day], (from, quarter) => scattered(from, quarter, 3)),
    },
    events: [{ from: first + 60, to: first + 68, notifiedAt: first + 56 }],
  });
}

/** Anything irregular will do, as long as it is the same every time; 200 to 2202. */
function scattered(day: LocalDay, quarter: number, salt: number): number {
  return 200 + ((Number(day.replaceAll('-', '')) * 31 + quarter * 7919 + salt * 104_729) % 2003);
}
