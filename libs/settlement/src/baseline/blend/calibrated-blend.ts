import { eventsWithin, firstNotification } from '../baseline-event.js';
import type { BaselineEvent } from '../baseline-event.js';
import type { BaselineInput, BaselineMethod } from '../baseline-method.js';
import { LOOK_BACK_DAYS } from '../like-days.js';
import { roundHalfAway } from '../round-half-away.js';
import type { BlendedEvent, CalibratedEvent } from './blend-event.js';
import { blendEvent, eventSlope, slopeScale } from './blend-event.js';
import { calibrate } from './calibration.js';
import { dayCurves } from './day-curves.js';
import { historyOf } from './history.js';
import { levelBefore } from './level.js';
import type { Timeline, TimelineDay } from './timeline.js';
import { timelineOf } from './timeline.js';
import { weekShare } from './week-share.js';

/** Days by which the weights are found. */
const CALIBRATION_DAYS = 45;

/** Seven more and one to spare for clock changes, for the week before the first of them. */
const TIMELINE_DAYS = CALIBRATION_DAYS + 8;

/**
 * The mean of the 10 latest like days, smoothed, moved toward the same weekday's and the latest days' mean and by how
 * far consumption lay off before the day's first notification. How much each counts is found for each meter from its
 * own last 45 days (docs/baselines.md). The adjustment keeps to the slope of every adjustment and to 40 % of an event.
 *
 * Outside events it is the smoothed mean alone. Fails with `insufficient-days` if the day has fewer than 10 like days,
 * or an event fewer than 20 days to find its weights by.
 */
export const calibratedBlend: BaselineMethod = {
  name: 'calibrated-blend',
  lookBackDays: TIMELINE_DAYS + LOOK_BACK_DAYS,
  adjusts: true,
  baseline(input) {
    const { days, considered } = historyOf(input, TIMELINE_DAYS + LOOK_BACK_DAYS);
    const first = days.length - 1 - TIMELINE_DAYS;
    const recent = days.slice(first);
    const withCurves = recent.map((day, index): TimelineDay => ({
      day,
      curves: dayCurves(days, first + index),
    }));
    const target = withCurves.at(-1);
    const events = eventsWithin(input.events ?? [], target?.day.quarters ?? []);
    const blended = blendEvents(withCurves, events, input);
    const curves = target?.curves;
    if (curves === undefined || blended === undefined)
      return { ok: false, reason: 'insufficient-days', days: considered };
    const inEvents = new Map(blended.flatMap((event) => event.values));
    const values = (target?.day.quarters ?? []).map(({ interval, quarter }) => ({
      interval,
      baselineWh: inEvents.get(interval) ?? roundHalfAway(curves.like[quarter] ?? 0),
    }));
    const adjustments = blended.map(({ adjustment }) => adjustment);
    return { ok: true, values, days: considered, ...(events.length > 0 ? { adjustments } : {}) };
  },
};

function blendEvents(
  days: readonly TimelineDay[],
  events: readonly BaselineEvent[],
  { readings }: BaselineInput,
): BlendedEvent[] | undefined {
  const notifiedAt = firstNotification(events);
  if (notifiedAt === undefined) return [];
  const timeline = timelineOf(days, readings, notifiedAt);
  const dayStart = days.at(-1)?.day.quarters[0]?.interval ?? 0;
  const earlier = days.slice(-1 - CALIBRATION_DAYS, -1).map(({ day }) => day);
  const calibrated: CalibratedEvent[] = [];
  for (const { from, to } of events) {
    const event = { from, to, notifiedAt };
    const weights = calibrate(timeline, earlier, event);
    if (weights === undefined) return undefined;
    calibrated.push({
      event,
      weights,
      level: levelBefore(timeline, notifiedAt),
      week: weekShare(timeline, dayStart),
    });
  }
  return blendedWithinSlope(timeline, calibrated);
}

function blendedWithinSlope(timeline: Timeline, events: readonly CalibratedEvent[]): BlendedEvent[] {
  const scale = slopeScale(events.map((event) => eventSlope(timeline, event)));
  return events.map((event) => blendEvent(timeline, event, scale));
}
