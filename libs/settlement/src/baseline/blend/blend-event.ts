import type { IntervalIndex, WattHours } from '#flexoffer';
import type { Adjustment } from '../adjustment/adjustment.js';
import { MOST_SLOPE } from '../adjustment/adjustment-rule.js';
import type { BaselineEvent } from '../baseline-event.js';
import { roundHalfAway } from '../round-half-away.js';
import type { BlendWeights } from './calibration.js';
import type { Level } from './level.js';
import { slopeOf } from './level.js';
import type { Timeline } from './timeline.js';
import { sumOver } from './timeline.js';

/** An event with its weights; `level` is undefined where the time before the notification cannot be used. */
export interface CalibratedEvent {
  readonly event: BaselineEvent;
  readonly weights: BlendWeights;
  readonly level: Level | undefined;
  /** Of `weekShare`. */
  readonly week: number;
}

/** At most this share of the unadjusted event, up or down: California ISO's residential cap. */
const MOST_SHARE = 0.4;

const WINDOW = 96;

/** The blend over one event, by interval, and its adjustment. */
export interface BlendedEvent {
  readonly values: readonly (readonly [IntervalIndex, WattHours])[];
  readonly adjustment: Adjustment;
}

/** How much one Wh more before the notification raises the event's sum, before any limit. */
export function eventSlope(timeline: Timeline, { event, weights, level }: CalibratedEvent): number {
  if (level === undefined) return 0;
  const curveWh = sumOver(timeline, timeline.likeWh, event.from, event.to);
  return slopeOf(level, weights, { length: event.to - event.from, curveWh });
}

/** By how much every adjustment of a day is scaled down so that its slopes together keep to the limit: 1 or less. */
export function slopeScale(slopes: readonly number[]): number {
  const total = slopes.reduce((sum, slope) => sum + slope, 0);
  const most = Number(MOST_SLOPE.numerator) / Number(MOST_SLOPE.denominator);
  return total > most ? most / total : 1;
}

/** @param scale of `slopeScale` */
export function blendEvent(timeline: Timeline, calibrated: CalibratedEvent, scale: number): BlendedEvent {
  const { event, weights, level, week } = calibrated;
  const at = (sums: Float64Array, interval: IntervalIndex): number =>
    sumOver(timeline, sums, interval, interval + 1);
  const plain: number[] = [];
  const change: number[] = [];
  for (let interval = event.from; interval < event.to; interval += 1) {
    const likeWh = at(timeline.likeWh, interval);
    const weekdayWh = weights.weekday * at(timeline.weekdayWh, interval);
    const recentWh = weights.recent * at(timeline.recentWh, interval);
    plain.push(likeWh * (1 + weights.week * week) + weekdayWh + recentWh + weights.constantWh);
    change.push(level === undefined ? 0 : scale * changeOf(likeWh, weights, level));
  }
  const factor = capFactor(plain, change);
  const values = plain.map((wh, index): [IntervalIndex, WattHours] => [
    event.from + index,
    roundHalfAway(wh) + roundHalfAway(factor * (change[index] ?? 0)),
  ]);
  const changeWh = change.reduce((sum, wh) => sum + roundHalfAway(factor * wh), 0);
  return { values, adjustment: adjustmentOf(event, changeWh, level !== undefined) };
}

function changeOf(likeWh: number, weights: BlendWeights, level: Level): number {
  const share = weights.threeHours * level.threeHourShare + weights.day * level.dayShare;
  return weights.lastHour * level.lastHourWh + share * likeWh;
}

function capFactor(plain: readonly number[], change: readonly number[]): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const magnitude = Math.abs(sum(change));
  const most = MOST_SHARE * Math.abs(sum(plain));
  return magnitude > most ? most / magnitude : 1;
}

function adjustmentOf(
  { from, to, notifiedAt }: BaselineEvent,
  changeWh: WattHours,
  used: boolean,
): Adjustment {
  const bounds = { from, to, windowFrom: notifiedAt - WINDOW, windowTo: notifiedAt };
  return used ? { ...bounds, changeWh } : { ...bounds, changeWh: 0, left: 'unusable window' };
}
