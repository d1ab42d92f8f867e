import { openEnergies } from './energies/merit-order.js';
import type { Arrangement } from './local-search/arrangement.js';
import type { IntervalCosts } from './objective/interval-costs.js';
import type { PlannedUnit, PlanningPart } from './planning-problem.js';
import { AskedCost } from './portfolio/asked-cost.js';
import type { Portfolio } from './portfolio/portfolio.js';

/** A plan with its exact cost. */
export interface PlanFound {
  readonly units: ReadonlyMap<string, PlannedUnit>;
  readonly totalWh: Float64Array;
  readonly cost: number;
}

/** The plan that an arrangement stands for: its starts, and the best energies at them. */
export function planFound(portfolio: Portfolio, costs: IntervalCosts, arrangement: Arrangement): PlanFound {
  const { units, horizon, startAt, isOpen, firstCell } = portfolio;
  const { totals, startOf, limited } = arrangement;
  const openWh = openEnergies(portfolio, costs, totals, startOf);
  const totalWh = new Float64Array(horizon.length);
  const planned = new Map<string, PlannedUnit>();
  let cost = 0;
  units.forEach(({ id, parts }, unit) => {
    const offset = isOpen[unit] === 1 ? (parts[0]?.offsetIntervals ?? 0) : 0;
    const start = horizon.firstInterval + startAt[startOf[unit]!]! - offset;
    const energies =
      isOpen[unit] === 1 ? [openWh.subarray(firstCell[unit], firstCell[unit + 1])] : limited.energiesOf(unit);
    parts.forEach((part, index) => {
      const begin = start + (part.offsetIntervals ?? 0);
      cost += askedFor(part, begin, energies[index]!);
      energies[index]!.forEach((energy, k) => (totalWh[begin - horizon.firstInterval + k]! += energy));
    });
    planned.set(id, { start, energiesWh: energies.map((each) => Array.from(each)) });
  });
  totalWh.forEach((total, t) => (cost += costs.value(t, total)));
  return { units: planned, totalWh, cost };
}

function askedFor(part: PlanningPart, begin: number, energiesWh: Float64Array): number {
  const asked = new AskedCost(part);
  return energiesWh.reduce(
    (sum, energy, k) => sum + asked.ofUnit(k, begin + k, energy),
    asked.ofAbandonedDefault(begin),
  );
}
