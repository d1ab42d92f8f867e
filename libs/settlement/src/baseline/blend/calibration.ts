import type { IntervalIndex } from '#flexoffer';
import type { BaselineEvent } from '../baseline-event.js';
import { solveNormalEquations } from '../regression/solve.js';
import type { HistoryDay } from './history.js';
import type { Level, LevelWeights } from './level.js';
import { levelBefore } from './level.js';
import type { Timeline } from './timeline.js';
import { isKnown, sumOver } from './timeline.js';
import { weekShare } from './week-share.js';

/** What each view counts for, and a constant in Wh per interval. */
export interface BlendWeights extends LevelWeights {
  readonly weekday: number;
  readonly recent: number;
  readonly week: number;
  readonly constantWh: number;
}

/** Fewer say too little about the meter. */
const LEAST_DAYS = 20;

/** How strongly weights are pulled to 0, where the blend is 10-of-10: as if a fifth of the data more said so. */
const RIDGE = 0.2;

const LEAST_STEP = 4;
const FEATURES = 7;

/**
 * The weights by which the blend would have come closest, in least squares, to what the meter showed on the earlier
 * days: as if an event of the same length, notified as long before, had happened there at every time of the day.
 *
 * ```
 * earlier day   |..|######|######|######|######| ... pretended events one after the other, at most one an hour
 *        known up to here ^- the same lead ->|
 * ```
 *
 * @param days the timeline's days without the target day
 * @returns undefined if fewer than 20 days could be used
 */
export function calibrate(
  timeline: Timeline,
  days: readonly HistoryDay[],
  { from, to, notifiedAt }: BaselineEvent,
): BlendWeights | undefined {
  const length = to - from;
  const matrix = Array.from({ length: FEATURES }, () => new Array<number>(FEATURES).fill(0));
  const right = new Array<number>(FEATURES).fill(0);
  let used = 0;
  for (const { quarters } of days) {
    const start = quarters[0]?.interval ?? 0;
    const week = weekShare(timeline, start);
    let added = false;
    for (let at = start; at + length <= start + quarters.length; at += Math.max(LEAST_STEP, length)) {
      const level = levelBefore(timeline, at - (from - notifiedAt));
      if (level === undefined || !isKnown(timeline, at, at + length)) continue;
      const value = sumOver(timeline, timeline.deviationWh, at, at + length) / length;
      addRow(matrix, right, featuresOf(timeline, { from: at, to: at + length }, level, week), value);
      added = true;
    }
    if (added) used += 1;
  }
  if (used < LEAST_DAYS) return undefined;
  for (const [index, row] of matrix.entries()) row[index] = (row[index] ?? 0) * (1 + RIDGE);
  return weightsOf(solveNormalEquations(matrix, right));
}

/** Means per interval over the event, in the order of `weightsOf`. */
function featuresOf(
  timeline: Timeline,
  { from, to }: { readonly from: IntervalIndex; readonly to: IntervalIndex },
  level: Level,
  week: number,
): number[] {
  const mean = (sums: Float64Array): number => sumOver(timeline, sums, from, to) / (to - from);
  const likeWh = mean(timeline.likeWh);
  return [
    mean(timeline.weekdayWh),
    mean(timeline.recentWh),
    week * likeWh,
    level.lastHourWh,
    level.threeHourShare * likeWh,
    level.dayShare * likeWh,
    1,
  ];
}

function weightsOf(solution: readonly number[]): BlendWeights {
  const [weekday = 0, recent = 0, week = 0, lastHour = 0, threeHours = 0, day = 0, constantWh = 0] = solution;
  return { weekday, recent, week, lastHour, threeHours, day, constantWh };
}

function addRow(matrix: number[][], right: number[], features: readonly number[], value: number): void {
  for (const [index, feature] of features.entries()) {
    right[index] = (right[index] ?? 0) + feature * value;
    const row = matrix[index] ?? [];
    for (const [column, other] of features.entries()) row[column] = (row[column] ?? 0) + feature * other;
  }
}
