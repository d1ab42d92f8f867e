import { describe, expect, it } from '@jest/globals';
import { rePlan } from './re-plan.js';
import { memberOf, START, type Unit } from './testing/members.js';

/** 0 to 4 Wh, 2 Wh by default. */
const usual: Unit = [0, 4, 2, 2];
const reduced: Unit = [0, 4, 2, 0];
const leaving = (units: readonly Unit[], bound = false) => ({ ...memberOf('x', units), bound });
const energies = (plan: ReturnType<typeof rePlan>) =>
  Object.fromEntries([...plan.schedules].map(([id, { energiesWh }]) => [id, energiesWh]));

describe('who takes over', () => {
  it('MK-05 is whoever asks least', () => {
    const dear = memberOf('a', [usual], { price: { up: 0, down: 90 } });
    const cheap = memberOf('b', [[1, 4, 2, 2]], { price: { up: 99, down: 80 } });
    expect(energies(rePlan(leaving([reduced]), [dear, cheap], START))).toEqual({ a: [1], b: [1] });
  });

  it('MK-05 is in proportion to their room everybody who asks the same', () => {
    const others = [memberOf('a', [[0, 9, 6, 6]]), memberOf('b', [[0, 9, 3, 3]])];
    const plan = rePlan(leaving([[0, 9, 3, 0]]), others, START);
    expect(energies(plan)).toEqual({ a: [4], b: [2] });
    expect(plan.leaving.energiesWh).toEqual([3]);
  });

  it('MK-05 XE-07 does so only in intervals that have not begun, and the rest stays with the one that left', () => {
    const another = memberOf('a', [usual, usual, [0, 4, 2, 2], [1, 4, 2, 2]]);
    const plan = rePlan(leaving([reduced, reduced, reduced, reduced]), [another], START + 2);
    expect(energies(plan)).toEqual({ a: [2, 2, 0, 1] });
    expect(plan.leaving.energiesWh).toEqual([0, 0, 2, 1]);
  });

  it('MK-05 may have to keep its total: it takes over what moves energy, and not what lacks it', () => {
    const kept = memberOf('a', [usual, usual], { totalEnergy: { lowerWh: 4, upperWh: 4 } });
    const moved: Unit = [0, 4, 2, 4];
    expect(energies(rePlan(leaving([reduced, moved]), [kept], START))).toEqual({ a: [0, 4] });
    expect(energies(rePlan(leaving([reduced, usual]), [kept], START))).toEqual({});
  });

  it('MK-05 goes on owing what it owed itself', () => {
    const owes = { ...memberOf('a', [[0, 6, 4, 1]]), orderedWh: new Map([[START, 2]]) };
    expect(energies(rePlan(leaving([[0, 6, 2, 5]]), [owes], START))).toEqual({ a: [2] });
  });

  it('MK-05 is nobody in an aggregate of one', () => {
    const plan = rePlan(leaving([reduced]), [], START);
    expect(plan).toEqual({ schedules: new Map(), leaving: { start: START, energiesWh: [0] } });
  });
});

describe('a member that is still bound by its offer', () => {
  const kept = { totalEnergy: { lowerWh: 4, upperWh: 4 } };

  it('MK-05 gives as much as it can give by its own constraints', () => {
    const failing = { ...memberOf('x', [reduced, [0, 4, 2, 4]], kept), bound: true };
    const plan = rePlan(failing, [memberOf('a', [usual, usual])], START + 1);
    expect(plan).toEqual({ schedules: new Map(), leaving: failing.schedule });
  });

  it('MK-05 gives no more in one interval than the others can take in another that it needs for it', () => {
    const failing = { ...memberOf('x', [reduced, [0, 4, 2, 4]], kept), bound: true };
    const plan = rePlan(failing, [memberOf('a', [usual, [0, 3, 2, 2]])], START);
    expect(energies(plan)).toEqual({ a: [1, 3] });
    expect(plan.leaving.energiesWh).toEqual([1, 3]);
  });
});
