import type { IntervalIndex } from '#flexoffer';
import type { LocalQuarter } from '../calendar/local-quarters.js';

/** A time in which the participant was asked to deviate, and when it learned of it. */
export interface BaselineEvent {
  readonly from: IntervalIndex;
  /** Exclusive. */
  readonly to: IntervalIndex;
  /** The first interval that was not over when the participant learned of the event. */
  readonly notifiedAt: IntervalIndex;
}

/**
 * The events' parts within the day's intervals, in their order. Events that overlap or touch are one, known from the
 * first of their notifications; an event that does not touch the day is left out.
 */
export function eventsWithin(
  events: readonly BaselineEvent[],
  quarters: readonly LocalQuarter[],
): BaselineEvent[] {
  const dayFrom = quarters[0]?.interval ?? 0;
  const dayTo = dayFrom + quarters.length;
  const parts = events
    .map(({ from, to, notifiedAt }) => ({
      from: Math.max(from, dayFrom),
      to: Math.min(to, dayTo),
      notifiedAt,
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: BaselineEvent[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last === undefined || part.from > last.to) merged.push(part);
    else merged[merged.length - 1] = union(last, part);
  }
  return merged;
}

/** One interval in which the participant was asked to deviate. */
export interface AskedInterval {
  readonly interval: IntervalIndex;
  readonly notifiedAt: IntervalIndex;
}

/** The fewest events that say the same: an interval asked for twice is known from the first time on. */
export function eventsOf(asked: readonly AskedInterval[]): BaselineEvent[] {
  const first = new Map<IntervalIndex, IntervalIndex>();
  for (const { interval, notifiedAt } of asked)
    first.set(interval, Math.min(first.get(interval) ?? notifiedAt, notifiedAt));
  const events: { from: IntervalIndex; to: IntervalIndex; notifiedAt: IntervalIndex }[] = [];
  for (const [interval, notifiedAt] of [...first].sort(([a], [b]) => a - b)) {
    const last = events.at(-1);
    if (last?.to === interval && last.notifiedAt === notifiedAt) last.to += 1;
    else events.push({ from: interval, to: interval + 1, notifiedAt });
  }
  return events;
}

/**
 * The first interval that nobody may read for a baseline: from then on the participant knew of an event, or was in
 * one. Undefined without events.
 */
export function firstNotification(events: readonly BaselineEvent[]): IntervalIndex | undefined {
  return events.reduce<IntervalIndex | undefined>(
    (first, { from, notifiedAt }) => Math.min(first ?? from, from, notifiedAt),
    undefined,
  );
}

function union(a: BaselineEvent, b: BaselineEvent): BaselineEvent {
  return {
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    notifiedAt: Math.min(a.notifiedAt, b.notifiedAt),
  };
}
