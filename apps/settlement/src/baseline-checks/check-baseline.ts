import { pause } from '#clock';
import {
  AEMO_LIMITS,
  NO_ERRORS,
  addErrors,
  backTestDay,
  baselineError,
  baselineGateFaults,
  type BaselineMethod,
  type LocalDay,
  type MeterHistory,
} from '#settlement';
import type { CheckContent } from './baseline-check.entity.js';

/** Two hours, known an hour before, at every time of the day: what `docs/baselines.md` measures methods by. */
const PRETENDED = { length: 8, notice: 4 };

/**
 * Holds a method against what a meter showed on the days without events, and its errors against AEMO's limits.
 *
 * @param days in order, at least one
 */
export async function checkBaseline(
  method: BaselineMethod,
  history: MeterHistory,
  days: readonly LocalDay[],
): Promise<CheckContent> {
  let sums = NO_ERRORS;
  for (const day of days) {
    sums = addErrors(sums, backTestDay(method, history, day, PRETENDED));
    // Whoever asks the platform something meanwhile is answered between two days.
    await pause(0);
  }
  const error = baselineError(sums);
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    error,
    faults: baselineGateFaults(error, AEMO_LIMITS),
  };
}
