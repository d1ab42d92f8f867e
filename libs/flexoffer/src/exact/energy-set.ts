/**
 * The energies of consecutive intervals that an offer allows once its start and the durations of its slices are fixed:
 *
 * ```
 * lowerWh[t] <= x[t] <= upperWh[t]                               each interval
 * runningLowerWh[t] <= x[0] + ... + x[t] <= runningUpperWh[t]    each running total; -Infinity and Infinity: no bound
 * ```
 * The last running total is the total energy. Bounds of single intervals and of running totals form a laminar family,
 * which makes the set a generalized polymatroid: sums of such sets are known exactly (Frank, Connections in
 * Combinatorial Optimization, 2011, chapter 14; Mukhi, Loho, Abate, arXiv 2503.23458).
 *
 * All four arrays have one entry per interval; finite entries are whole watt-hours, consumption-positive.
 */
export interface EnergySet {
  readonly lowerWh: Float64Array;
  readonly upperWh: Float64Array;
  readonly runningLowerWh: Float64Array;
  readonly runningUpperWh: Float64Array;
}
