import { dayQuarters } from '../calendar/day-quarters.js';
import type { BaselineMethod, BaselineValue } from './baseline-method.js';
import { prognosisDeadline } from './prognosis.js';

/**
 * The prognosis that the participant submitted. It must have arrived before the day began and before the day's first
 * notification, and must have every interval of the day: a missing one is not 0.
 */
export const submittedPrognosis: BaselineMethod = {
  name: 'prognosis',
  lookBackDays: 0,
  adjusts: false,
  needs: 'prognosis',
  baseline({ day, zone, prognosis, events }) {
    if (prognosis === undefined) return { ok: false, reason: 'no-prognosis', days: [] };
    if (prognosis.submittedAt >= prognosisDeadline(day, zone, events ?? []))
      return { ok: false, reason: 'late-prognosis', days: [] };
    const values: BaselineValue[] = [];
    for (const { interval } of dayQuarters(day, zone)) {
      const baselineWh = prognosis.energyWh.get(interval);
      if (baselineWh === undefined) return { ok: false, reason: 'incomplete-prognosis', days: [] };
      values.push({ interval, baselineWh });
    }
    return { ok: true, values, days: [] };
  },
};
