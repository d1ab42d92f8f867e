/** A calendar day, `YYYY-MM-DD`, of the market's time zone. */
export type LocalDay = string;

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The calendar day `count` days after `day` (before it, for a negative count). Pure calendar arithmetic, the
 * same in every zone.
 *
 * @throws RangeError if `day` or the outcome is not a calendar day of a year of four digits
 */
export function daysAfter(day: LocalDay, count: number): LocalDay {
  return dayOfNumber(dayNumber(day) + count);
}

/** Monday 1 to Sunday 7. @throws RangeError if `day` is not a calendar day */
export function weekdayNumber(day: LocalDay): number {
  const sinceMonday = (dayNumber(day) + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** Some thirty years, remembered since every baseline names the same days again and again. */
const MOST_DAYS = 10_000;
const numbers = new Map<LocalDay, number>();
const days = new Map<number, LocalDay>();

/** Days since 1970-01-01, a Thursday. @throws RangeError if `day` is not a calendar day */
export function dayNumber(day: LocalDay): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const number = milliseconds / MILLISECONDS_A_DAY;
  // A 31st of a shorter month is moved into the next one by some engines and refused by others.
  if (Number.isNaN(number) || dayOfNumber(number) !== day) throw new RangeError(`not a calendar day: ${day}`);
  remember(numbers, day, number);
  return number;
}

/** The day that many days after 1970-01-01. @throws RangeError outside the years of four digits */
export function dayOfNumber(number: number): LocalDay {
  const known = days.get(number);
  if (known !== undefined) return known;
  const written = new Date(number * MILLISECONDS_A_DAY).toISOString();
  if (written.length !== 24) throw new RangeError(`not in a year of four digits: ${written}`);
  const day = written.slice(0, 10);
  remember(days, number, day);
  return day;
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void {
  if (memory.size >= MOST_DAYS) memory.clear();
  memory.set(key, value);
}
