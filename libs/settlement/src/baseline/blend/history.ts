import type { LocalDay } from '../../calendar/local-day.js';
import type { DayType } from '../../calendar/day-type.js';
import { dayType } from '../../calendar/day-type.js';
import { daysAfter } from '../../calendar/local-day.js';
import type { LocalQuarter } from '../../calendar/local-quarters.js';
import { dayQuarters } from '../../calendar/day-quarters.js';
import type { BaselineInput, ConsideredDay } from '../baseline-method.js';
import type { DayProfile } from '../day-profile.js';
import { usableDay } from '../like-days.js';

/** Wh of each of the wall clock's 96 quarters; NaN where the day's clock skips it. */
export type QuarterCurve = Float64Array;

/** One day of the history. */
export interface HistoryDay {
  readonly day: LocalDay;
  readonly type: DayType;
  readonly quarters: readonly LocalQuarter[];
  /** Undefined on event and outage days, on incomplete days, and on the target day. */
  readonly curve: QuarterCurve | undefined;
}

/** The days before the target day and, as the last one, the target day itself. */
export interface History {
  readonly days: readonly HistoryDay[];
  /** What became of each earlier day, the latest first. */
  readonly considered: readonly ConsideredDay[];
}

/** The last `lookBackDays` days and the target day, the earliest first. */
export function historyOf(input: BaselineInput, lookBackDays: number): History {
  const days: HistoryDay[] = [];
  const considered: ConsideredDay[] = [];
  for (let back = lookBackDays; back >= 0; back -= 1) {
    const day = daysAfter(input.day, -back);
    const shared = {
      day,
      type: dayType(day, input.holidays),
      quarters: dayQuarters(day, input.zone),
    };
    const usable = back === 0 ? undefined : usableDay(day, input);
    if (typeof usable === 'string') considered.unshift({ day, use: 'skipped', reason: usable });
    else if (usable !== undefined) considered.unshift({ day, use: 'counted', energyWh: usable.energyWh });
    const curve = typeof usable === 'object' ? curveOf(usable) : undefined;
    days.push({ ...shared, curve });
  }
  return { days, considered };
}

function curveOf({ doubledWh }: DayProfile): QuarterCurve {
  return doubledWh.map((doubled) => doubled / 2);
}
