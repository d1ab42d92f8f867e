import type { AskedPrice, EnergySet } from '#flexoffer';
import type { ObjectiveTerm, Series } from '../objective/objective.js';
import type { PlannedUnit, PlanningPart, PlanningProblem, PlanningUnit } from '../planning-problem.js';

/** For specs: what plans cost, in the plainest words and without any code of the planner. */

const at = (series: Series | undefined, interval: number): number =>
  series === undefined ? 0 : (series.values[interval - series.firstInterval] ?? 0);

function termCost(term: ObjectiveTerm, interval: number, total: number): number {
  switch (term.kind) {
    case 'follow-target': {
      const over = total - at(term.targetWh, interval);
      return over > 0 ? over * term.over : -over * term.under;
    }
    case 'least-cost':
      return total * at(term.prices, interval);
    case 'balance':
      return term.weight * (total - at(term.targetWh, interval)) ** 2;
    case 'peak-limit':
      return (
        term.penalty *
        (Math.max(0, total - (term.mostWh ?? Infinity)) + Math.max(0, (term.leastWh ?? -Infinity) - total))
      );
  }
}

function priceOf({ price, set }: PlanningPart, unit: number): AskedPrice {
  if (price === undefined) return { up: 0, down: 0 };
  return 'up' in price ? price : price[Math.min(unit, set.lowerWh.length - 1)]!;
}

/** The cost of every change from the default, in the part's own intervals and in those of its default. */
function askedCost(part: PlanningPart, begin: number, energiesWh: readonly number[]): number {
  const { start, energiesWh: defaultWh } = part.defaultSchedule ?? { start: 0, energiesWh: [] };
  const changes: { change: number; price: AskedPrice }[] = energiesWh.map((energy, unit) => ({
    change: energy - (defaultWh[begin + unit - start] ?? 0),
    price: priceOf(part, unit),
  }));
  defaultWh.forEach((energy, unit) => {
    const own = start + unit - begin;
    if (own < 0 || own >= energiesWh.length) changes.push({ change: -energy, price: priceOf(part, unit) });
  });
  return changes.reduce(
    (sum, { change, price }) => sum + (change > 0 ? change * price.up : -change * price.down),
    0,
  );
}

/** What units ask for what is planned for them, and in which interval they have how much energy. */
function unitCost(
  unit: PlanningUnit,
  { start, energiesWh }: PlannedUnit,
  totals: Map<number, number>,
): number {
  return unit.parts.reduce((sum, part, index) => {
    const begin = start + (part.offsetIntervals ?? 0);
    energiesWh[index]!.forEach((energy, k) => totals.set(begin + k, (totals.get(begin + k) ?? 0) + energy));
    return sum + askedCost(part, begin, energiesWh[index]!);
  }, 0);
}

function objectiveCost({ objective }: PlanningProblem, totals: ReadonlyMap<number, number>): number {
  const intervals = new Set(totals.keys());
  for (const term of objective) {
    const series = term.kind === 'least-cost' ? term.prices : 'targetWh' in term ? term.targetWh : undefined;
    if (series !== undefined)
      Array.from(series.values).forEach((_, index) => intervals.add(series.firstInterval + index));
  }
  let cost = 0;
  for (const interval of intervals)
    for (const term of objective) cost += termCost(term, interval, totals.get(interval) ?? 0);
  return cost;
}

export function costOf(problem: PlanningProblem, planned: (id: string) => PlannedUnit): number {
  const totals = new Map<number, number>();
  const asked = problem.units.reduce((sum, unit) => sum + unitCost(unit, planned(unit.id), totals), 0);
  return asked + objectiveCost(problem, totals);
}

export function isInside(
  { lowerWh, upperWh, runningLowerWh, runningUpperWh }: EnergySet,
  energiesWh: readonly number[],
): boolean {
  let running = 0;
  return (
    energiesWh.length === lowerWh.length &&
    energiesWh.every((energy, unit) => {
      running += energy;
      return (
        Number.isSafeInteger(energy) &&
        energy >= lowerWh[unit]! &&
        energy <= upperWh[unit]! &&
        running >= runningLowerWh[unit]! &&
        running <= runningUpperWh[unit]!
      );
    })
  );
}

/** Whether a unit can do what is planned for it. */
export function isFeasible({ starts, parts }: PlanningUnit, { start, energiesWh }: PlannedUnit): boolean {
  return (
    starts.includes(start) &&
    energiesWh.length === parts.length &&
    parts.every(({ set }, index) => isInside(set, energiesWh[index]!))
  );
}

export function profilesOf(set: EnergySet): number[][] {
  let profiles: number[][] = [[]];
  for (let unit = 0; unit < set.lowerWh.length; unit += 1)
    profiles = profiles.flatMap((profile) =>
      Array.from({ length: set.upperWh[unit]! - set.lowerWh[unit]! + 1 }, (_, more) => [
        ...profile,
        set.lowerWh[unit]! + more,
      ]),
    );
  return profiles.filter((profile) => isInside(set, profile));
}

function choicesOf({ starts, parts }: PlanningUnit): PlannedUnit[] {
  let energies: number[][][] = [[]];
  for (const { set } of parts)
    energies = energies.flatMap((chosen) => profilesOf(set).map((profile) => [...chosen, profile]));
  return starts.flatMap((start) => energies.map((energiesWh) => ({ start, energiesWh })));
}

/** How many plans there are. */
export function countPlans({ units }: PlanningProblem): number {
  return units.reduce((count, unit) => count * choicesOf(unit).length, 1);
}

/** The cost of the best of all plans. */
export function leastCost(problem: PlanningProblem): number {
  const choices = problem.units.map(choicesOf);
  const chosen = new Map<string, PlannedUnit>();
  const search = (index: number): number => {
    const unit = problem.units[index];
    if (unit === undefined) return costOf(problem, (id) => chosen.get(id)!);
    return choices[index]!.reduce((least, choice) => {
      chosen.set(unit.id, choice);
      return Math.min(least, search(index + 1));
    }, Infinity);
  };
  return search(0);
}
