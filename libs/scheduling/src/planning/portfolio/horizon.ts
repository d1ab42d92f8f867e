import type { IntervalIndex } from '#flexoffer';
import type { Series } from '../objective/objective.js';
import type { PlanningProblem } from '../planning-problem.js';

/** The intervals that a plan is about. */
export interface Horizon {
  readonly firstInterval: IntervalIndex;
  readonly length: number;
}

/** Every interval that a unit can have energy in, or that the objective has a value for. */
export function horizonOf({ units, objective }: PlanningProblem): Horizon {
  let first = Infinity;
  let end = -Infinity;
  const cover = (from: number, length: number): void => {
    first = Math.min(first, from);
    end = Math.max(end, from + length);
  };
  for (const { starts, parts } of units)
    for (const { offsetIntervals = 0, set } of parts)
      for (const start of starts) cover(start + offsetIntervals, set.lowerWh.length);
  for (const term of objective) {
    const series: Series | undefined =
      term.kind === 'least-cost' ? term.prices : 'targetWh' in term ? term.targetWh : undefined;
    if (series !== undefined && series.values.length > 0) cover(series.firstInterval, series.values.length);
  }
  return first === Infinity ? { firstInterval: 0, length: 0 } : { firstInterval: first, length: end - first };
}
