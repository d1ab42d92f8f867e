import type { Instant } from '../time.js';

/** What a message may name: 1970-01-01 to the end of 9999, so that every instant has the same written form. */
export const LAST_INSTANT: Instant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d)?)$/;

/**
 * The instant of an ISO 8601 date and time with its offset: `Z`, `+0000`, `+01:00` or `+01`, with or without
 * fractions (kept to the millisecond). Undefined for anything else, for a date that no calendar has, and for a time
 * without an offset, which would be a guess.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const part = (group: number): number => Number(match[group] ?? '0');
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const local = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6), milliseconds);
  const [hours, minutes] = [part(9), part(10)];
  // Date.UTC carries 31 April over into May; the written form then no longer starts the same way.
  const written = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6] ?? '00'}`;
  if (!new Date(local).toISOString().startsWith(written) || hours > 23 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * 60_000 * (match[8] === '-' ? -1 : 1);
  const instant = local - offset;
  return instant >= 0 && instant <= LAST_INSTANT ? instant : undefined;
}

/** ISO 8601 in UTC with `Z`; milliseconds only where there are any. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** As Java writes it with the pattern `yyyy-MM-dd'T'HH:mm:ss.SSSZ`: always milliseconds, and an offset without colon. */
export function formatJavaInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('Z', '+0000');
}

/** ISO 8601 in UTC with the offset `+00:00`; milliseconds only where there are any. */
export function formatOffsetInstant(instant: Instant): string {
  return formatInstant(instant).replace('Z', '+00:00');
}
