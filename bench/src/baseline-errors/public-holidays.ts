import type { LocalDay } from '#settlement';

const MS_PER_DAY = 86_400_000;

/** Days of the year, and days from Easter Sunday. */
interface Calendar {
  readonly fixed: readonly string[];
  readonly fromEaster: readonly number[];
}

/** Those of Baden-Wuerttemberg, where the German sites were measured, and those of the Netherlands. */
const CALENDARS: ReadonlyMap<string, Calendar> = new Map([
  [
    'Europe/Berlin',
    {
      fixed: ['01-01', '01-06', '05-01', '10-03', '11-01', '12-25', '12-26'],
      fromEaster: [-2, 1, 39, 50, 60],
    },
  ],
  ['Europe/Amsterdam', { fixed: ['01-01', '04-27', '12-25', '12-26'], fromEaster: [1, 39, 50] }],
]);

/** The public holidays among the days; none in a zone whose calendar is not known. */
export function publicHolidays(days: readonly LocalDay[], zone: string): ReadonlySet<LocalDay> {
  const calendar = CALENDARS.get(zone) ?? { fixed: [], fromEaster: [] };
  return new Set(
    days.filter((day) => {
      const sinceEaster = (Date.parse(day) - easterSunday(Number(day.slice(0, 4)))) / MS_PER_DAY;
      return calendar.fixed.includes(day.slice(5)) || calendar.fromEaster.includes(sinceEaster);
    }),
  );
}

/** Midnight UTC of Easter Sunday, by the Gregorian computus in the form of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const floor = Math.floor;
  const golden = year % 19;
  const century = floor(year / 100);
  const inCentury = year % 100;
  const leapCenturies = floor(century / 4);
  const moonCorrection = floor((century - floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = floor((golden + 11 * epact + 22 * weekday) / 451);
  const sinceMarch = epact + weekday - 7 * late + 114;
  return Date.UTC(year, floor(sinceMarch / 31) - 1, (sinceMarch % 31) + 1);
}
