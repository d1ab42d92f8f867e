import { instantOf, intervalOf, whOfKwh, type Instant, type IntervalIndex, type WattHours } from '#flexoffer';

/** How far from the end of a quarter-hour its register may have been read: 60 s, the slowest poll. */
export const READ_WITHIN_MS = 60_000;

/** A reading of a device's cumulative registers, which count import and export on their own. */
export interface RegisterReading {
  readonly at: Instant;
  readonly importKwh?: number;
  readonly exportKwh?: number;
}

/**
 * The quarter-hour that a reading closes, because it was made near its end; undefined for all other readings.
 *
 * ```
 * |---- interval ----|---- next ----
 *                  (   )              at most 60 s before or after
 * ```
 */
export function closedBy(at: Instant): IntervalIndex | undefined {
  const end = intervalOf(at + READ_WITHIN_MS);
  return Math.abs(at - instantOf(end)) <= READ_WITHIN_MS ? end - 1 : undefined;
}

/**
 * The energy of a quarter-hour, consumption-positive: the difference of the readings nearest to its ends. Undefined
 * if there is none within 60 s of either, or if they have no register in common.
 */
export function registerEnergy(
  interval: IntervalIndex,
  readings: readonly RegisterReading[],
): WattHours | undefined {
  const before = nearest(readings, instantOf(interval));
  const after = nearest(readings, instantOf(interval + 1));
  if (!before || !after) return undefined;
  const imported = difference(after.importKwh, before.importKwh);
  const exported = difference(after.exportKwh, before.exportKwh);
  if (imported === undefined && exported === undefined) return undefined;
  return whOfKwh((imported ?? 0) - (exported ?? 0), 'nearest');
}

/** Of two equally near ones the earlier. */
function nearest(readings: readonly RegisterReading[], instant: Instant): RegisterReading | undefined {
  const distance = ({ at }: RegisterReading): number => Math.abs(at - instant);
  return readings
    .filter((reading) => distance(reading) <= READ_WITHIN_MS)
    .sort((a, b) => distance(a) - distance(b) || a.at - b.at)[0];
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}
