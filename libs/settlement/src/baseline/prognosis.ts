import type { IntervalIndex, WattHours } from '#flexoffer';

/** What the participant says beforehand that it will consume. */
export interface Prognosis {
  /** The interval in which it arrived. */
  readonly submittedAt: IntervalIndex;
  /** Consumption-positive; one entry for every interval of the day. */
  readonly energyWh: ReadonlyMap<IntervalIndex, WattHours>;
}
