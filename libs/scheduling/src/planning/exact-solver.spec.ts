import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import highs, { type Highs } from 'highs';
import { plan } from './plan.js';
import type { PlanningProblem, PlanningUnit } from './planning-problem.js';

let solver: Highs;
beforeAll(async () => {
  // The package declares the types of its CommonJS form; an import gets the loader itself.
  solver = await (highs as unknown as typeof highs.default)();
});

const FIRST = 1_964_000;
const LENGTH = 8;
const [OVER, UNDER] = [5, 3];
const prices = Array.from({ length: LENGTH }, (_, t) => (t % 3) - 1);
const targetWh = Array.from({ length: LENGTH }, (_, t) => 10 * (t % 4));

/** Units of three intervals, with a total, and sometimes a running total after the second. */
const units: fc.Arbitrary<PlanningUnit[]> = fc
  .array(
    fc.record({
      starts: fc.integer({ min: 1, max: 5 }),
      lower: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 3, maxLength: 3 }),
      width: fc.integer({ min: 0, max: 9 }),
      share: fc.constantFrom(0, 0.4),
      isRunning: fc.boolean(),
      price: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ starts, lower, width, share, isRunning, price }, index) => {
      const least = lower.map((_, k) => lower.slice(0, k + 1).reduce((sum, each) => sum + each, 0));
      const isBound = [false, isRunning, true];
      const set = {
        lowerWh: Float64Array.from(lower),
        upperWh: Float64Array.from(lower, (each) => each + width),
        runningLowerWh: Float64Array.from(least, (each, k) =>
          isBound[k]! ? each + Math.round(share * width * (k + 1)) : -Infinity,
        ),
        runningUpperWh: Float64Array.from(least, (each, k) =>
          isBound[k]! ? each + Math.ceil((1 - share) * width * (k + 1)) : Infinity,
        ),
      };
      return {
        id: `u${index}`,
        starts: Array.from({ length: starts }, (_, start) => FIRST + start),
        parts: [{ set, price: { up: price, down: -price } }],
      };
    }),
  );

function problemOf(some: readonly PlanningUnit[]): PlanningProblem {
  return {
    units: some,
    objective: [
      {
        kind: 'follow-target',
        targetWh: { firstInterval: FIRST, values: targetWh },
        over: OVER,
        under: UNDER,
      },
      { kind: 'least-cost', prices: { firstInterval: FIRST, values: prices } },
    ],
  };
}

const term = (factor: number, variable: string): string =>
  `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`;

/** One energy for every unit, start and interval, which is 0 unless the unit starts there. */
function bestCost(some: readonly PlanningUnit[]): number {
  const goal: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const free: string[] = [];
  const totals = prices.map((): string[] => []);
  some.forEach(({ starts, parts }, unit) => {
    const { set, price } = parts[0]!;
    const up = price !== undefined && 'up' in price ? price.up : 0;
    starts.forEach((start, choice) => {
      const name = `${unit}_${choice}`;
      binaries.push(`x${name}`);
      set.lowerWh.forEach((lower, k) => {
        const t = start - FIRST + k;
        const energy = `e${name}_${k}`;
        free.push(`${energy} free`);
        totals[t]!.push(`+ ${energy}`);
        goal.push(term(prices[t]! + up, energy));
        rows.push(`${energy} ${term(-lower, `x${name}`)} >= 0`);
        rows.push(`${energy} ${term(-set.upperWh[k]!, `x${name}`)} <= 0`);
        const running = Array.from({ length: k + 1 }, (_, each) => `+ e${name}_${each}`).join(' ');
        for (const [bound, sense] of [
          [set.runningLowerWh[k]!, '>='],
          [set.runningUpperWh[k]!, '<='],
        ] as const)
          if (Number.isFinite(bound)) rows.push(`${running} ${term(-bound, `x${name}`)} ${sense} 0`);
      });
    });
    rows.push(`${starts.map((_, choice) => `+ x${unit}_${choice}`).join(' ')} = 1`);
  });
  totals.forEach((energies, t) => {
    goal.push(term(OVER, `o${t}`), term(UNDER, `u${t}`));
    rows.push(`${energies.join(' ')} - o${t} + u${t} = ${targetWh[t]!}`);
  });
  const program = `Minimize\n obj: ${goal.join('\n ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${free.join('\n ')}\nBinary\n ${binaries.join('\n ')}\nEnd\n`;
  const { Status, ObjectiveValue } = solver.solve(program, { mip_rel_gap: 0 });
  if (Status !== 'Optimal') throw new Error(`${Status}\n${program}`);
  return Math.round(ObjectiveValue);
}

describe('plans and an exact solver', () => {
  it('FM-04 bound <= its best plan <= ours, which is nearly always as good', () => {
    let cases = 0;
    let best = 0;
    fc.assert(
      fc.property(units, (some) => {
        const { cost, lowerBound } = plan(problemOf(some), { work: 1_000_000 });
        const exact = bestCost(some);
        expect(lowerBound).toBeLessThanOrEqual(exact + 1e-6);
        expect(cost).toBeGreaterThanOrEqual(exact - 1e-6);
        cases += 1;
        if (cost <= exact + 1e-6) best += 1;
      }),
      { seed: 42, numRuns: 40 },
    );
    expect(best / cases).toBeGreaterThan(0.95);
  });
});
