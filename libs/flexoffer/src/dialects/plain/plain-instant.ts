import { instantOf, intervalOf, type Instant } from '../../time.js';
import { LAST_INSTANT } from '../iso-instant.js';

const DAY_MILLISECONDS = 86_400_000;
const ZERO = 48;
/** So far below zero that no digits beside it make it look like a number of a date. */
const NO_DIGIT = -1e9;

/** Length of a month that is not February of a leap year, by its number. */
const MONTH_DAYS = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

/** Days from the first of January to the first of a month, by its number, in a year that is not a leap year. */
const DAYS_BEFORE_MONTH = Uint16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334);

/**
 * An instant that is written as ISO 8601 time in UTC, as interval, or as both.
 * NaN if it is absent, or written in any way that only `parseInstant` and the full reader understand (or refuse).
 */
export function plainInstant(time: unknown, interval: unknown): Instant {
  if (interval !== undefined && !isCalendarInterval(interval)) return Number.NaN;
  if (time === undefined) return interval === undefined ? Number.NaN : instantOf(interval);
  const instant = typeof time === 'string' ? utcInstant(time) : Number.NaN;
  return interval === undefined || intervalOf(instant) === interval ? instant : Number.NaN;
}

function isCalendarInterval(interval: unknown): interval is number {
  return (
    Number.isSafeInteger(interval) &&
    typeof interval === 'number' &&
    interval >= 0 &&
    instantOf(interval) <= LAST_INSTANT
  );
}

/**
 * The instant of a text of one of the forms `2026-01-15T10:00:00Z`, `2026-01-15T10:00:00.000Z` and
 * `2026-01-15T10:00:00.000+0000`, from 1970 to 9999; NaN for any other. No expression, no parts: nothing but the
 * number is made.
 */
export function utcInstant(text: string): Instant {
  const fraction = fractionOf(text);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (!(fraction >= 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60))
    return Number.NaN;
  if (!hasSeparators(text) || !isDate(year, month, day)) return Number.NaN;
  const seconds = (hour * 60 + minute) * 60 + second;
  return daysSince1970(year, month, day) * DAY_MILLISECONDS + seconds * 1000 + fraction;
}

/** Milliseconds from what follows the seconds; negative where that is not one of the plain forms. */
function fractionOf(text: string): number {
  switch (text.length) {
    case 20:
      return text.endsWith('Z') ? 0 : NO_DIGIT;
    case 24:
      return text.endsWith('Z') ? millisecondsOf(text) : NO_DIGIT;
    case 28:
      return text.endsWith('+0000') ? millisecondsOf(text) : NO_DIGIT;
    default:
      return NO_DIGIT;
  }
}

function millisecondsOf(text: string): number {
  if (text[19] !== '.') return NO_DIGIT;
  return twoDigits(text, 20) * 10 + digit(text, 22);
}

function hasSeparators(text: string): boolean {
  return text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':';
}

/** Far below zero if one of them is not a digit. */
function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : NO_DIGIT;
}

function isDate(year: number, month: number, day: number): boolean {
  if (!(year >= 1970 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= (MONTH_DAYS[month] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysSince1970(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  const leapDayOfThisYear = month > 2 && isLeapYear(year) ? 1 : 0;
  return (year - 1970) * 365 + leapDays + (DAYS_BEFORE_MONTH[month] ?? 0) + leapDayOfThisYear + day - 1;
}
