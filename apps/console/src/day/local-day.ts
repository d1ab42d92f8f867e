/** A calendar day, `YYYY-MM-DD`, of the market's time zone. */
export type LocalDay = string;

/** The market's zone where the platform does not say another (the platform's own default). */
export const DEFAULT_ZONE = 'Europe/Luxembourg';

export const QUARTER_MILLISECONDS = 900_000;

const DAY_MILLISECONDS = 86_400_000;

/** The day of an instant (epoch milliseconds). @throws RangeError for an unknown zone */
export function dayOf(instant: number, zone: string): LocalDay {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10);
}

/** The day after (before, for a negative count). @throws RangeError if `day` is not a calendar day */
export function daysAfter(day: LocalDay, count: number): LocalDay {
  return new Date(Date.parse(day) + count * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * The starts of a day's 92, 96 or 100 quarter-hours, and the end of the last one (epoch milliseconds).
 *
 * ```
 * 2024-10-27 in Luxembourg   00:00 ... 02:45 02:00 ... 23:45 | 24:00      100 quarters, 101 boundaries
 * ```
 */
export function quarterBoundaries(day: LocalDay, zone: string): number[] {
  const start = startOf(day, zone);
  const quarters = (startOf(daysAfter(day, 1), zone) - start) / QUARTER_MILLISECONDS;
  return Array.from({ length: quarters + 1 }, (_, index) => start + index * QUARTER_MILLISECONDS);
}

/** The instant at which `day` begins. */
export function startOf(day: LocalDay, zone: string): number {
  const asIfUtc = Date.parse(day);
  // The offset of a nearby instant may be the wrong side of a clock change; that of the result is right.
  const near = asIfUtc - offsetAt(asIfUtc, zone);
  return asIfUtc - offsetAt(near, zone);
}

/** Local time minus UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = partsOf(zone).formatToParts(instant);
  const field = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs far more than using it.
function partsOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = 'numeric';
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(zone, made);
  return made;
}
