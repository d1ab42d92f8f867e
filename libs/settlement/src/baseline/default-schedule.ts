import { dayQuarters } from '../calendar/day-quarters.js';
import type { BaselineMethod } from './baseline-method.js';

/**
 * The default schedule that came with the offer, 0 Wh outside it: right where the meter sees the flexible device
 * alone. Needs no history and never fails.
 */
export const defaultSchedule: BaselineMethod = {
  name: 'default-schedule',
  lookBackDays: 0,
  adjusts: false,
  baseline({ day, zone, defaultWh }) {
    const values = dayQuarters(day, zone).map(({ interval }) => ({
      interval,
      baselineWh: defaultWh.get(interval) ?? 0,
    }));
    return { ok: true, values, days: [] };
  },
};
