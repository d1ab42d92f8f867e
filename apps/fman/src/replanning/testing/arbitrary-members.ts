import fc from 'fast-check';
import type { StandingMember } from '../standing-member.js';
import { deliveriesOf, memberOf, owing, runningTotalOf, type Unit } from './members.js';

const unit: fc.Arbitrary<Unit> = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -30, max: 60 })))
  .map((energies) => {
    const [lower = 0, one = 0, other = 0, upper = 0] = energies.toSorted((a, b) => a - b);
    return (energies[0] ?? 0) % 2 === 0 ? [lower, upper, one, other] : [lower, upper, other, one];
  });

const KINDS = ['slices', 'total', 'running totals'] as const;

const member = (id: string): fc.Arbitrary<StandingMember> =>
  fc
    .record({
      units: fc.array(unit, { minLength: 1, maxLength: 5 }),
      kind: fc.constantFrom(...KINDS),
      up: fc.constantFrom(10, 20),
      down: fc.constantFrom(10, 20),
    })
    .map(({ units, kind, up, down }) => {
      const runningTotal = runningTotalOf(units);
      const totalEnergy = runningTotal.at(-1);
      return memberOf(id, units, {
        price: { up, down },
        ...(kind === 'running totals' ? { runningTotal } : {}),
        ...(kind === 'total' && totalEnergy ? { totalEnergy } : {}),
      });
    });

/** For specs: an aggregate of several kinds of members, all of whose changes were sold, and what they owe. */
export const aTradedAggregate = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => member(`m${index}`))))
  .map((members) => {
    const deliveries = deliveriesOf(members);
    return { members: owing(members, deliveries), deliveries };
  });
