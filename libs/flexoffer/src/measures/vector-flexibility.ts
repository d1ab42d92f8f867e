import type { WattHours } from '../flex-offer.js';

/** Time and energy flexibility side by side, with the two usual lengths of that vector. */
export interface VectorFlexibility {
  readonly timeIntervals: number;
  readonly energyWh: WattHours;
  /** The sum of the intervals and the kWh. */
  readonly manhattan: number;
  /** The root of the sum of their squares. */
  readonly euclidean: number;
}

/**
 * The vector of time and energy flexibility. Unlike their product it is not 0 where only one of them is. Its lengths
 * add intervals to kWh: they compare offers with one another and have no unit of their own.
 * Source: the vector flexibility of Valsomatzis et al. (2015), with the norms L1 and L2.
 */
export function vectorFlexibility(timeIntervals: number, energyWh: WattHours): VectorFlexibility {
  const kwh = energyWh / 1000;
  return {
    timeIntervals,
    energyWh,
    manhattan: timeIntervals + kwh,
    euclidean: Math.hypot(timeIntervals, kwh),
  };
}
