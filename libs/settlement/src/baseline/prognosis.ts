import type { IntervalIndex } from '#flexoffer';
import type { IntervalValues } from '../calendar/interval-values.js';

/** What the participant says beforehand that it will consume. */
export interface Prognosis {
  /** The interval in which it arrived. */
  readonly submittedAt: IntervalIndex;
  /** Consumption-positive; one entry for every interval of the day. */
  readonly energyWh: IntervalValues;
}
