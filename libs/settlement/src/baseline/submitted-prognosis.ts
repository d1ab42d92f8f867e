import { dayQuarters } from '../calendar/day-quarters.js';
import type { BaselineMethod, BaselineValue } from './baseline-method.js';
import { eventsWithin, firstNotification } from './baseline-event.js';

/**
 * The prognosis that the participant submitted. It must have arrived before the day began and before the day's first
 * notification (who knows what is asked for can choose the prognosis to suit), and must have every interval of the
 * day: a missing one is not 0.
 */
export const submittedPrognosis: BaselineMethod = {
  name: 'prognosis',
  lookBackDays: 0,
  adjusts: false,
  baseline({ day, zone, prognosis, events }) {
    if (prognosis === undefined) return { ok: false, reason: 'no-prognosis', days: [] };
    const quarters = dayQuarters(day, zone);
    const dayStart = quarters[0]?.interval ?? 0;
    const known = firstNotification(eventsWithin(events ?? [], quarters)) ?? dayStart;
    if (prognosis.submittedAt >= Math.min(dayStart, known))
      return { ok: false, reason: 'late-prognosis', days: [] };
    const values: BaselineValue[] = [];
    for (const { interval } of quarters) {
      const baselineWh = prognosis.energyWh.get(interval);
      if (baselineWh === undefined) return { ok: false, reason: 'incomplete-prognosis', days: [] };
      values.push({ interval, baselineWh });
    }
    return { ok: true, values, days: [] };
  },
};
