import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plan } from './plan.js';
import type { Plan, PlanningProblem } from './planning-problem.js';
import { arbitraryPlanningProblem } from './testing/arbitrary-problem.js';
import { costOf, countPlans, isFeasible, leastCost } from './testing/every-plan.js';

const LITTLE_WORK = 30_000;
const MOST_PLANS = 3000;

const tiny = arbitraryPlanningProblem({ units: 3, starts: 3, length: 2, energyWh: 2, totals: true }).filter(
  (problem) => countPlans(problem) <= MOST_PLANS,
);
const larger = arbitraryPlanningProblem({ units: 12, starts: 6, length: 6, energyWh: 500, totals: true });
const open = arbitraryPlanningProblem({ units: 30, starts: 8, length: 8, energyWh: 500, totals: false });

function expectSound(problem: PlanningProblem, made: Plan): void {
  const planned = (id: string) => made.units.get(id)!;
  expect(made.units.size).toBe(problem.units.length);
  for (const unit of problem.units) expect(isFeasible(unit, planned(unit.id))).toBe(true);
  const cost = costOf(problem, planned);
  expect(Math.abs(made.cost - cost)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(cost)));
  expect(made.lowerBound).toBeLessThanOrEqual(made.cost);
}

describe('laws of plans', () => {
  it('FM-04 bound <= best of all plans <= plan, which is feasible and costs what it says', () => {
    let best = 0;
    let cases = 0;
    fc.assert(
      fc.property(tiny, (problem) => {
        const made = plan(problem, { work: LITTLE_WORK });
        expectSound(problem, made);
        const least = leastCost(problem);
        const rounding = 1e-9 * (1 + Math.abs(least));
        expect(made.lowerBound).toBeLessThanOrEqual(least + rounding);
        expect(made.cost).toBeGreaterThanOrEqual(least - rounding);
        cases += 1;
        if (made.cost <= least + rounding) best += 1;
      }),
      { seed: 42, numRuns: 500 },
    );
    expect(best / cases).toBeGreaterThan(0.95);
  });

  it('FM-04 is feasible and costs what it says, for units of every kind', () => {
    for (const problems of [larger, open])
      fc.assert(
        fc.property(problems, (problem) => expectSound(problem, plan(problem, { work: LITTLE_WORK }))),
        { seed: 42, numRuns: 100 },
      );
  });

  it('FM-04 gets no worse with more work, and proves no less', () => {
    fc.assert(
      fc.property(fc.oneof(open, larger), (problem) => {
        const [little, more, most] = [1, 10 * LITTLE_WORK, 30 * LITTLE_WORK].map((work) =>
          plan(problem, { work }),
        );
        expect(more!.cost).toBeLessThanOrEqual(little!.cost);
        expect(most!.cost).toBeLessThanOrEqual(more!.cost);
        expect(more!.lowerBound).toBeGreaterThanOrEqual(little!.lowerBound);
        expect(most!.lowerBound).toBeGreaterThanOrEqual(more!.lowerBound);
      }),
      { seed: 42, numRuns: 15 },
    );
  });

  it('FM-04 makes the same plan for the same problem and seed, whatever the order of the units', () => {
    fc.assert(
      fc.property(fc.oneof(open, larger), fc.integer(), (problem, seed) => {
        const once = plan(problem, { work: LITTLE_WORK, seed });
        const turned = { ...problem, units: problem.units.toReversed() };
        expect(plan(turned, { work: LITTLE_WORK, seed })).toEqual(once);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
