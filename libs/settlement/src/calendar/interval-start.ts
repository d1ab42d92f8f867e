import { DateTime } from 'luxon';
import type { IntervalIndex } from '#flexoffer';
import { instantOf } from '#flexoffer';

/**
 * When an interval starts, as reports write it: ISO 8601 in UTC ("2024-03-31T01:00:00Z").
 *
 * @throws RangeError if no calendar reaches that far
 */
export function intervalStart(interval: IntervalIndex): string {
  const start = DateTime.fromMillis(instantOf(interval), { zone: 'utc' });
  const written = start.toISO({ suppressMilliseconds: true });
  if (written === null) throw new RangeError(`no such instant: interval ${interval}`);
  return written;
}
