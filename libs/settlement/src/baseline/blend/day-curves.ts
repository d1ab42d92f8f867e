import { LIKE_DAYS, LOOK_BACK_DAYS } from '../like-days.js';
import type { HistoryDay, QuarterCurve } from './history.js';

/** Three views of what a day may be like, from earlier days alone. */
export interface DayCurves {
  /** The mean of the 10 latest like days, as in 10-of-10, each quarter averaged with its neighbours. */
  readonly like: QuarterCurve;
  /** The mean of the same weekday in the last four weeks, or `like` if there is none of the same day type. */
  readonly weekday: QuarterCurve;
  /** The mean of the 3 latest like days. */
  readonly recent: QuarterCurve;
}

const WEEKS = [7, 14, 21, 28];
const RECENT_DAYS = 3;
const QUARTERS = 96;

/** The curves of the day at `index`, or undefined with fewer than 10 like days in the 45 before it. */
export function dayCurves(days: readonly HistoryDay[], index: number): DayCurves | undefined {
  const type = days[index]?.type;
  const alike = (back: number): QuarterCurve[] => {
    const earlier = days[index - back];
    return earlier?.curve !== undefined && earlier.type === type ? [earlier.curve] : [];
  };
  const like: QuarterCurve[] = [];
  for (let back = 1; back <= LOOK_BACK_DAYS && like.length < LIKE_DAYS; back += 1) like.push(...alike(back));
  if (like.length < LIKE_DAYS) return undefined;
  const weekday = WEEKS.flatMap(alike);
  const likeCurve = meanCurve(like);
  return {
    like: smoothed(likeCurve, 1),
    weekday: smoothed(weekday.length > 0 ? meanCurve(weekday) : likeCurve, 2),
    recent: smoothed(meanCurve(like.slice(0, RECENT_DAYS)), 2),
  };
}

/** A quarter that a day's clock skips is left out of that day's part of the mean. */
function meanCurve(curves: readonly QuarterCurve[]): QuarterCurve {
  const sums = new Float64Array(QUARTERS);
  const counts = new Float64Array(QUARTERS);
  for (const curve of curves) {
    for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
      const wh = curve[quarter] ?? Number.NaN;
      if (Number.isNaN(wh)) continue;
      sums[quarter] = (sums[quarter] ?? 0) + wh;
      counts[quarter] = (counts[quarter] ?? 0) + 1;
    }
  }
  return sums.map((sum, quarter) => sum / (counts[quarter] ?? 0));
}

/** Each quarter's mean with `reach` neighbours on either side: a habit does not keep to the quarter. */
function smoothed(curve: QuarterCurve, reach: number): QuarterCurve {
  const means = new Float64Array(QUARTERS);
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    let sum = 0;
    let count = 0;
    for (
      let near = Math.max(0, quarter - reach);
      near <= Math.min(QUARTERS - 1, quarter + reach);
      near += 1
    ) {
      const wh = curve[near] ?? Number.NaN;
      if (Number.isNaN(wh)) continue;
      sum += wh;
      count += 1;
    }
    means[quarter] = sum / count;
  }
  return means;
}
