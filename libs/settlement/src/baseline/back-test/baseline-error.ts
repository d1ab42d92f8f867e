import type { WattHours } from '#flexoffer';

/** How a baseline method did on times when nobody was asked for anything. */
export interface BaselineError {
  /** Days with a baseline and at least one pretended event with every reading. */
  readonly days: number;
  /** Days on which the method had no baseline: it refused. */
  readonly refusedDays: number;
  readonly intervals: number;
  /** Root of the mean squared error over the magnitude of the measured mean; undefined if that mean is 0. */
  readonly relativeRmse: number | undefined;
  /** Mean error over the same, positive where the baseline has more consumption than there was; undefined as above. */
  readonly bias: number | undefined;
}

/** Sums from which an error is computed; those of several days add up. */
export interface ErrorSums {
  readonly days: number;
  readonly refusedDays: number;
  readonly intervals: number;
  readonly actualWh: WattHours;
  /** Baseline minus actual. */
  readonly errorWh: WattHours;
  readonly squaredError: number;
}

export const NO_ERRORS: ErrorSums = {
  days: 0,
  refusedDays: 0,
  intervals: 0,
  actualWh: 0,
  errorWh: 0,
  squaredError: 0,
};

export function addErrors(a: ErrorSums, b: ErrorSums): ErrorSums {
  return {
    days: a.days + b.days,
    refusedDays: a.refusedDays + b.refusedDays,
    intervals: a.intervals + b.intervals,
    actualWh: a.actualWh + b.actualWh,
    errorWh: a.errorWh + b.errorWh,
    squaredError: a.squaredError + b.squaredError,
  };
}

export function baselineError(sums: ErrorSums): BaselineError {
  const { days, refusedDays, intervals, actualWh, errorWh, squaredError } = sums;
  const magnitudeWh = Math.abs(actualWh);
  const relative = magnitudeWh > 0;
  return {
    days,
    refusedDays,
    intervals,
    relativeRmse: relative ? Math.sqrt(squaredError / intervals) / (magnitudeWh / intervals) : undefined,
    bias: relative ? errorWh / magnitudeWh : undefined,
  };
}
