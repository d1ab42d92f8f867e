import type { IntervalIndex } from '#flexoffer';
import type { IntervalValues } from '../../calendar/interval-values.js';
import type { DayCurves } from './day-curves.js';
import type { HistoryDay } from './history.js';

/**
 * Running sums over consecutive intervals, so that any window costs one subtraction: entry k is the sum of the first
 * k intervals.
 */
export interface Timeline {
  readonly from: IntervalIndex;
  /** Number of intervals. */
  readonly length: number;
  /** The like days' curve. */
  readonly likeWh: Float64Array;
  /** The weekday's curve minus the like days'. */
  readonly weekdayWh: Float64Array;
  /** The recent days' curve minus the like days'. */
  readonly recentWh: Float64Array;
  /** Measured minus the like days' curve. */
  readonly deviationWh: Float64Array;
  /** The like days' curve where the interval is known. */
  readonly knownLikeWh: Float64Array;
  /** How many intervals have both a usable reading and curves. */
  readonly known: Float64Array;
}

/** A day with its curves, where it has any. */
export interface TimelineDay {
  readonly day: HistoryDay;
  readonly curves: DayCurves | undefined;
}

/**
 * @param days consecutive, the last one the target day
 * @param readings of the target day, only those before `notifiedAt` are read; of earlier days, those of usable days
 */
export function timelineOf(
  days: readonly TimelineDay[],
  readings: IntervalValues,
  notifiedAt: IntervalIndex,
): Timeline {
  const from = days[0]?.day.quarters[0]?.interval ?? 0;
  const length = days.reduce((sum, { day }) => sum + day.quarters.length, 0);
  const sums = (): Float64Array => new Float64Array(length + 1);
  const timeline = {
    from,
    length,
    likeWh: sums(),
    weekdayWh: sums(),
    recentWh: sums(),
    deviationWh: sums(),
    knownLikeWh: sums(),
    known: sums(),
  };
  for (const [index, { day, curves }] of days.entries()) {
    const isTarget = index === days.length - 1;
    for (const { interval, quarter } of day.quarters) {
      const readable = isTarget ? interval < notifiedAt : day.curve !== undefined;
      const like = curves?.like[quarter] ?? 0;
      const reading = readable && curves !== undefined ? readings.get(interval) : undefined;
      const at = interval - from;
      append(timeline.likeWh, at, like);
      append(timeline.weekdayWh, at, (curves?.weekday[quarter] ?? 0) - like);
      append(timeline.recentWh, at, (curves?.recent[quarter] ?? 0) - like);
      append(timeline.deviationWh, at, reading === undefined ? 0 : reading - like);
      append(timeline.knownLikeWh, at, reading === undefined ? 0 : like);
      append(timeline.known, at, reading === undefined ? 0 : 1);
    }
  }
  return timeline;
}

/** The sum over `[from, to)`, which must lie in the timeline. */
export function sumOver(
  { from: start }: Timeline,
  sums: Float64Array,
  from: IntervalIndex,
  to: IntervalIndex,
): number {
  return (sums[to - start] ?? 0) - (sums[from - start] ?? 0);
}

/** Whether each interval of `[from, to)` lies in the timeline and has a usable reading and curves. */
export function isKnown(timeline: Timeline, from: IntervalIndex, to: IntervalIndex): boolean {
  const inside = from >= timeline.from && to <= timeline.from + timeline.length;
  return inside && sumOver(timeline, timeline.known, from, to) === to - from;
}

function append(sums: Float64Array, at: number, value: number): void {
  sums[at + 1] = (sums[at] ?? 0) + value;
}
