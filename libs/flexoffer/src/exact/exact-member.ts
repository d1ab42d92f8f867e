import type { AskedPrice } from '../flex-offer.js';
import type { IntervalIndex } from '../time.js';
import type { EnergySet } from './energy-set.js';

/** An offer whose start and durations are fixed, as a part of an exact sum. */
export interface ExactMember {
  readonly id: string;
  /** The interval of the set's first entry. */
  readonly start: IntervalIndex;
  readonly set: EnergySet;
  /** What moving away from `defaultWh` costs; one for each interval if an array; absent: nothing. */
  readonly price?: AskedPrice | readonly AskedPrice[];
  /** One energy for each interval of the set; absent: 0 Wh. Only prices refer to it. */
  readonly defaultWh?: readonly number[];
}
