import type { IntervalIndex } from '#flexoffer';
import { formatInstant, instantOf } from '#flexoffer';

/**
 * When an interval starts, as reports write it: ISO 8601 in UTC ("2024-03-31T01:00:00Z").
 *
 * @throws RangeError if no calendar reaches that far
 */
export function intervalStart(interval: IntervalIndex): string {
  return formatInstant(instantOf(interval));
}
