import type { UnitBounds } from '../feasibility/unit-bounds.js';

/**
 * How far the energies of single intervals may vary, as one number in Wh: the Euclidean norm of the series of most less
 * least energy of each interval, at a fixed start; 0 or more. Many small freedoms weigh less than one large one.
 * Source: the time-series flexibility of Valsomatzis et al. (2015) with the norm L2.
 */
export function seriesFlexibility({ lowerWh, upperWh }: UnitBounds): number {
  return Math.sqrt(upperWh.reduce((sum, upper, unit) => sum + (upper - (lowerWh[unit] ?? upper)) ** 2, 0));
}
