import type { IntervalIndex, WattHours } from '#flexoffer';
import type { LocalTime } from './local-clock.js';

export const ESTIMATION_RULES = ['linear-interpolation', 'like-day-mean'] as const;

/** What a missing quarter-hour may have been, and by which rule. It is no value: nothing settles by it. */
export interface Estimate {
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly rule: (typeof ESTIMATION_RULES)[number];
}

/** What the calendar says of a place. */
export type Calendar = (place: number) => LocalTime;
