import type { IntervalIndex, WattHours } from '#flexoffer';
import type { SettlingValues } from '../readings/settling-values.js';
import type { Direction } from '../readings/reading-block.js';
import type { RegisterStretch } from '../registers/register-energies.js';

/** What a rule looks at: what may settle of one meter, and what is known beside it. */
export interface ValidatedCurve extends SettlingValues {
  /** The interval of the first place. */
  readonly from: IntervalIndex;
  /** What the connection can carry in a quarter-hour; absent: not known. */
  readonly most: Readonly<Partial<Record<Direction, WattHours>>>;
  /** What registers counted. */
  readonly counted: Readonly<Record<Direction, readonly RegisterStretch[]>>;
}

/** Something about a stretch of quarter-hours that somebody should look at. Nothing is changed by it. */
export interface Finding {
  readonly rule: string;
  /** Absent: both. */
  readonly direction?: Direction;
  readonly from: IntervalIndex;
  /** Exclusive. */
  readonly to: IntervalIndex;
  /** In words, with the figures. */
  readonly detail: string;
}

/** One thing that can be wrong with a curve. */
export interface ValidationRule {
  readonly name: string;
  findings(curve: ValidatedCurve): Omit<Finding, 'rule'>[];
}
