import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lifeCycleFaults } from './life-cycle-faults.js';
import { LIFE_CYCLE_TABLE, type LifeCycleTable, type Transition } from './life-cycle-table.js';

const told = (table: LifeCycleTable): string[] =>
  lifeCycleFaults(table).map(({ path, message }) => `${path} ${message}`);

const changed = (
  change: (transition: Transition) => Transition,
  more: readonly Transition[] = [],
): LifeCycleTable => ({
  ...LIFE_CYCLE_TABLE,
  transitions: [...LIFE_CYCLE_TABLE.transitions.map(change), ...more],
});

const without = (from: string, to: string): LifeCycleTable => ({
  ...LIFE_CYCLE_TABLE,
  transitions: LIFE_CYCLE_TABLE.transitions.filter((step) => step.from !== from || step.to !== to),
});

describe('lifeCycleFaults', () => {
  it('FO-05 finds nothing wrong with the table that is used', () => {
    expect(lifeCycleFaults(LIFE_CYCLE_TABLE)).toEqual([]);
  });

  it('FO-05 tells a state that cannot be reached', () => {
    expect(told(without('accepted', 'assigned'))).toEqual([
      'states.assigned cannot be reached from initial',
      'states.executed cannot be reached from initial',
    ]);
  });

  it('FO-05 tells a final state with a way out', () => {
    const table = changed((step) => step, [{ from: 'rejected', to: 'invalid', by: ['owner'] }]);
    expect(told(table)).toEqual(['states.rejected is final and has a way out']);
  });

  it('FO-05 tells a life that cannot end', () => {
    const table: LifeCycleTable = {
      ...LIFE_CYCLE_TABLE,
      final: ['rejected', 'executed', 'canceled'],
      deadlines: { ...LIFE_CYCLE_TABLE.deadlines, invalid: { deadline: 'acceptanceBefore', to: 'rejected' } },
    };
    expect(told(table)).toEqual([
      'states.invalid leads to no final state',
      'deadlines.invalid leads to rejected, a way that the transitions do not give to a deadline',
    ]);
  });

  it('FO-05 tells a way back', () => {
    const table = changed((step) => step, [{ from: 'accepted', to: 'offered', by: ['owner'] }]);
    expect(told(table)).toEqual([
      'states.offered can be come back to',
      'states.accepted can be come back to',
    ]);
  });

  it('FO-05 tells a transition that is written twice or that nobody may cause', () => {
    const table = changed((step) => step, [{ from: 'initial', to: 'offered', by: [] }]);
    expect(told(table)).toEqual([
      'transitions[12] says again what happens from initial to offered',
      'transitions[12] from initial to offered can be caused by nobody',
    ]);
  });

  it('FO-05 tells a wait that no deadline ends, and a deadline that never comes', () => {
    const { initial, offered, accepted } = LIFE_CYCLE_TABLE.deadlines;
    const deadlines = {
      ...(initial && { initial }),
      ...(offered && { offered }),
      ...(accepted && { accepted }),
    };
    expect(told({ ...LIFE_CYCLE_TABLE, deadlines })).toEqual([
      'transitions[10] from assigned to executed waits for a deadline that the table does not have',
      'deadlines.assigned is missing: an offer could wait for ever',
    ]);
  });

  it('FO-05 tells a deadline of a final state', () => {
    const deadlines = {
      ...LIFE_CYCLE_TABLE.deadlines,
      executed: { deadline: 'endOfDelivery', to: 'canceled' } as const,
    };
    expect(told({ ...LIFE_CYCLE_TABLE, deadlines })).toEqual([
      'deadlines.executed belongs to a final state, which waits for nothing',
    ]);
  });

  it('FO-05 lets every life end by its deadlines alone, in any table that it passes', () => {
    const { states, transitions } = LIFE_CYCLE_TABLE;
    const state = fc.constantFrom(...states);
    const extra = fc.record({ from: state, to: state, by: fc.constant(['owner', 'deadline'] as const) });
    const arbitraryTable = fc
      .tuple(fc.subarray([...transitions], { minLength: 9 }), fc.array(extra, { maxLength: 1 }))
      .map(([kept, more]) => ({ ...LIFE_CYCLE_TABLE, transitions: [...kept, ...more] }));
    const check = fc.property(arbitraryTable, state, (table, start) => {
      fc.pre(lifeCycleFaults(table).length === 0);
      let now = start;
      for (let steps = 0; steps < states.length; steps++) now = table.deadlines[now]?.to ?? now;
      expect(table.final).toContain(now);
    });
    fc.assert(check, { seed: 42, numRuns: 500 });
  });
});
