import type { IntervalIndex, WattHours } from '#flexoffer';
import { DAY_END, DAY_START, HISTORY_START, QUARTERS_A_DAY } from '../calendar/demo-day.js';
import type { LoadProfiles, ProfileName } from '../extracts/load-profiles.js';

/** A site's load is a sum of measured profiles, each scaled to a part of its yearly energy. */
export interface LoadMix {
  readonly profile: ProfileName;
  readonly mwhPerYear: number;
}

const HOURS_A_QUARTER = 0.25;
const FORECAST_WORKING_DAYS = 10;

/**
 * What a site's meter would have shown without any trade, in whole Wh per quarter-hour from HISTORY_START to
 * DAY_END.
 */
export class SiteLoad {
  private readonly energiesWh: readonly WattHours[];

  /** @param shift quarter-hours by which the site is earlier than its profiles, around the same day */
  constructor(profiles: LoadProfiles, mix: readonly LoadMix[], shift: number) {
    const length = DAY_END - HISTORY_START;
    this.energiesWh = Array.from({ length }, (_, index) => {
      const source = shiftedWithinDay(index, shift);
      const watts = mix.reduce(
        (sum, { profile, mwhPerYear }) => sum + (profiles[profile][source] ?? 0) * mwhPerYear,
        0,
      );
      return Math.round(watts * HOURS_A_QUARTER);
    });
  }

  at(interval: IntervalIndex): WattHours {
    const energy = this.energiesWh[interval - HISTORY_START];
    if (energy === undefined) throw new RangeError(`no load is known in interval ${interval}`);
    return energy;
  }

  /** What the site expects for an interval of the demo day: its mean over the ten working days before. */
  forecast(interval: IntervalIndex): WattHours {
    const sum = EARLIER_WORKING_DAYS.reduce(
      (total, days) => total + this.at(interval - days * QUARTERS_A_DAY),
      0,
    );
    return Math.round(sum / EARLIER_WORKING_DAYS.length);
  }
}

/** How many days before the demo day the last ten working days were; there was no holiday among them. */
const EARLIER_WORKING_DAYS = Array.from({ length: 20 }, (_, index) => index + 1)
  .filter((days) => isWorkingDay(DAY_START - days * QUARTERS_A_DAY))
  .slice(0, FORECAST_WORKING_DAYS);

function isWorkingDay(dayStart: IntervalIndex): boolean {
  // Local midnight is 23:00 UTC the evening before; noon lies on the same date in both.
  const weekday = new Date((dayStart + QUARTERS_A_DAY / 2) * 900_000).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

function shiftedWithinDay(index: number, shift: number): number {
  const quarter = index % QUARTERS_A_DAY;
  return index - quarter + ((quarter + shift + QUARTERS_A_DAY) % QUARTERS_A_DAY);
}
