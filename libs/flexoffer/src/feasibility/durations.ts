import type { Schedule, Slice } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** What is wrong with the durations that a schedule chose: one for each slice, each inside that slice's bounds. */
export function durationFaults(slices: readonly Slice[], { durations }: Schedule): Fault[] {
  if (durations === undefined) return [];
  if (durations.length !== slices.length) {
    const message = `has ${durations.length} durations, but the profile has ${slices.length} slices`;
    return [{ path: 'durations', message }];
  }
  return slices.flatMap(({ minDuration, maxDuration }, slice) => {
    const duration = durations[slice] ?? Number.NaN;
    if (Number.isSafeInteger(duration) && duration >= minDuration && duration <= maxDuration) return [];
    const message = `slice ${slice} lasts ${duration} intervals, not ${minDuration} to ${maxDuration}`;
    return [{ path: `durations[${slice}]`, message }];
  });
}

/**
 * Durations that make the profile as long as `length`, or as near to it as the slices let it be. The earlier slices
 * are extended first.
 */
export function durationsOfLength(slices: readonly Slice[], length: number): number[] {
  let missing = length - slices.reduce((sum, { minDuration }) => sum + minDuration, 0);
  return slices.map(({ minDuration, maxDuration }) => {
    const longer = Math.min(Math.max(missing, 0), maxDuration - minDuration);
    missing -= longer;
    return minDuration + longer;
  });
}
