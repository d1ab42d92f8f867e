import type { IntervalIndex } from '#flexoffer';
import type { Timeline } from './timeline.js';
import { isKnown, sumOver } from './timeline.js';

const HOUR = 4;
const THREE_HOURS = 12;
const DAY = 96;

/** How far consumption lay off the like days' curve before the notification. */
export interface Level {
  /** Wh per interval over the last hour. */
  readonly lastHourWh: number;
  /** As a share of the curve over the last three hours, and over the last 24; from -1 to 2. */
  readonly threeHourShare: number;
  readonly dayShare: number;
  /** What the curve has in these times; 0 where it is not positive and there is no share. */
  readonly threeHourCurveWh: number;
  readonly dayCurveWh: number;
}

/** The times that are looked at end at `notifiedAt`; undefined if one of their readings is not there to be used. */
export function levelBefore(timeline: Timeline, notifiedAt: IntervalIndex): Level | undefined {
  if (!isKnown(timeline, notifiedAt - DAY, notifiedAt)) return undefined;
  const deviation = (length: number): number =>
    sumOver(timeline, timeline.deviationWh, notifiedAt - length, notifiedAt);
  const curve = (length: number): number =>
    Math.max(0, sumOver(timeline, timeline.likeWh, notifiedAt - length, notifiedAt));
  const share = (length: number): number =>
    curve(length) > 0 ? Math.min(2, Math.max(-1, deviation(length) / curve(length))) : 0;
  return {
    lastHourWh: deviation(HOUR) / HOUR,
    threeHourShare: share(THREE_HOURS),
    dayShare: share(DAY),
    threeHourCurveWh: curve(THREE_HOURS),
    dayCurveWh: curve(DAY),
  };
}

/** How much one Wh more in the last hour changes the event's sum, at most; of negative weights nothing is deducted. */
export function slopeOf(
  { threeHourCurveWh, dayCurveWh }: Level,
  weights: LevelWeights,
  event: { readonly length: number; readonly curveWh: number },
): number {
  const byHour = (Math.max(0, weights.lastHour) * event.length) / HOUR;
  const ofShare = (weight: number, windowWh: number): number =>
    windowWh > 0 ? Math.max(0, weight * event.curveWh) / windowWh : 0;
  return byHour + ofShare(weights.threeHours, threeHourCurveWh) + ofShare(weights.day, dayCurveWh);
}

/** What the level counts for. */
export interface LevelWeights {
  readonly lastHour: number;
  readonly threeHours: number;
  readonly day: number;
}
