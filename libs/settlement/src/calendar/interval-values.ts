import type { IntervalIndex } from '#flexoffer';

/** Numbers by interval, a Map or a curve. An interval without one is missing, which is not 0. */
export interface IntervalValues {
  get(interval: IntervalIndex): number | undefined;
}

/** Numbers of consecutive intervals in one array; NaN where there is none. */
export class IntervalCurve implements IntervalValues {
  /** @param from the interval of the first number */
  constructor(
    readonly from: IntervalIndex,
    private readonly values: Float64Array,
  ) {}

  get(interval: IntervalIndex): number | undefined {
    const value = this.values[interval - this.from];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }
}
