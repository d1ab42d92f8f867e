import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import highs, { type Highs } from 'highs';
import { isSplitOf } from '../testing/exact-enumeration.js';
import { arbitraryExactMembers } from '../testing/exact-members.js';
import { bestProfile } from './best-profile.js';
import { cheapestSplit } from './cheapest-split.js';
import { exactAggregate, profileOf, type ExactAggregate } from './exact-aggregate.js';
import type { ExactMember } from './exact-member.js';
import { splitProfile } from './split-profile.js';

let solver: Highs;
beforeAll(async () => {
  // The package declares the types of its CommonJS form; an import gets the loader itself.
  solver = await (highs as unknown as typeof highs.default)();
});

const members = arbitraryExactMembers({ members: 6, length: 12, energy: 50 });
const prices = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 12 });

const term = (factor: number, variable: string): string =>
  `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`;

/** Every member's bounds; its energy in an interval is `x`, with member and unit. */
function memberRows(some: readonly ExactMember[]): { rows: string[]; bounds: string[] } {
  const rows: string[] = [];
  const bounds: string[] = [];
  for (const [index, { set }] of some.entries())
    for (let unit = 0; unit < set.lowerWh.length; unit += 1) {
      bounds.push(`${set.lowerWh[unit]!} <= x${index}_${unit} <= ${set.upperWh[unit]!}`);
      const running = Array.from({ length: unit + 1 }, (_, k) => `+ x${index}_${k}`).join(' ');
      if (Number.isFinite(set.runningLowerWh[unit])) rows.push(`${running} >= ${set.runningLowerWh[unit]!}`);
      if (Number.isFinite(set.runningUpperWh[unit])) rows.push(`${running} <= ${set.runningUpperWh[unit]!}`);
    }
  return { rows, bounds };
}

function solve(objective: string[], rows: string[], bounds: string[]): number {
  const problem = `Minimize\n obj: ${objective.join('\n ')}\nSubject To\n ${['+ x0_0 - x0_0 >= -1', ...rows].join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`;
  const { Status, ObjectiveValue } = solver.solve(problem);
  if (Status !== 'Optimal') throw new Error(`${Status}\n${problem}`);
  return Math.round(ObjectiveValue);
}

function leastValue(
  some: readonly ExactMember[],
  aggregate: ExactAggregate,
  ofIntervals: Float64Array,
): number {
  const { rows, bounds } = memberRows(some);
  const objective = some.flatMap(({ start, set }, index) =>
    Array.from(set.lowerWh, (_, unit) =>
      term(ofIntervals[start - aggregate.firstInterval + unit]!, `x${index}_${unit}`),
    ),
  );
  return solve(objective, rows, bounds);
}

/** x = default + u - d, where u and d are paid for. */
function leastCost(some: readonly ExactMember[], aggregate: ExactAggregate, profileWh: Float64Array): number {
  const { rows, bounds } = memberRows(some);
  const objective: string[] = [];
  const sums = Array.from(profileWh, () => [] as string[]);
  for (const [index, { start, set, price, defaultWh }] of some.entries())
    for (let unit = 0; unit < set.lowerWh.length; unit += 1) {
      const name = `${index}_${unit}`;
      const { up, down } = price === undefined ? { up: 0, down: 0 } : 'up' in price ? price : price[unit]!;
      objective.push(term(up, `u${name}`), term(down, `d${name}`));
      rows.push(`x${name} - u${name} + d${name} = ${defaultWh![unit]!}`);
      bounds.push(`0 <= u${name} <= 1000`, `0 <= d${name} <= 1000`);
      sums[start - aggregate.firstInterval + unit]!.push(`+ x${name}`);
    }
  for (const [interval, sum] of sums.entries())
    if (sum.length > 0) rows.push(`${sum.join(' ')} = ${profileWh[interval]!}`);
  return solve(objective, rows, bounds);
}

/** Each member follows the best profile at one or the other prices: inside the exact sum, and on no proportional way. */
function mixedProfile(aggregate: ExactAggregate, first: Float64Array, second: Float64Array): Float64Array {
  const energiesWh = bestProfile(aggregate, first).energiesWh;
  const others = bestProfile(aggregate, second).energiesWh;
  for (let member = 0; member < aggregate.ids.length; member += 2)
    for (let unit = aggregate.firstUnit[member]!; unit < aggregate.firstUnit[member + 1]!; unit += 1)
      energiesWh[unit] = others[unit]!;
  return profileOf(aggregate, energiesWh);
}

describe('the exact sum, against linear programs over all members', () => {
  it('FM-03 has the value of the linear program at any prices', () => {
    fc.assert(
      fc.property(members, prices, (some, given) => {
        const aggregate = exactAggregate(some);
        const ofIntervals = Float64Array.from(given.slice(0, aggregate.length));
        const best = bestProfile(aggregate, ofIntervals);
        expect(best.value).toBe(leastValue(some, aggregate, ofIntervals));
        expect(isSplitOf(some, aggregate, best.profileWh, best.energiesWh)).toBe(true);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('splits every profile that members can do together', () => {
    fc.assert(
      fc.property(members, prices, prices, (some, one, other) => {
        const aggregate = exactAggregate(some);
        const [first, second] = [one, other].map((given) =>
          Float64Array.from(given.slice(0, aggregate.length)),
        );
        const profileWh = mixedProfile(aggregate, first!, second!);
        const split = splitProfile(aggregate, profileWh);
        expect(split.ok && isSplitOf(some, aggregate, profileWh, split.energiesWh)).toBe(true);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('splits at the cost of the linear program', () => {
    fc.assert(
      fc.property(members, prices, prices, (some, one, other) => {
        const aggregate = exactAggregate(some);
        const [first, second] = [one, other].map((given) =>
          Float64Array.from(given.slice(0, aggregate.length)),
        );
        const profileWh = mixedProfile(aggregate, first!, second!);
        const split = cheapestSplit(aggregate, profileWh);
        if (!split.ok) throw new Error('a profile of the sum must split');
        expect(split.cost).toBe(leastCost(some, aggregate, profileWh));
        expect(isSplitOf(some, aggregate, profileWh, split.energiesWh)).toBe(true);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
