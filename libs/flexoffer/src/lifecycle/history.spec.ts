import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.js';
import { isFinal, mayCause } from './life-cycle.js';
import { append, type History, type HistoryStep } from './history.js';

const offered: HistoryStep = { state: 'offered', at: 1000, by: 'owner' };
const accepted: HistoryStep = { state: 'accepted', at: 2000, by: 'flexibility-manager', reason: 'sound' };

const pathsOf = (history: History, step: HistoryStep): string[] => {
  const appended = append(history, step);
  return appended.ok ? [] : appended.faults.map(({ path }) => path);
};

describe('append', () => {
  it('FO-05 keeps every step with its actor and its reason, and leaves the old history as it was', () => {
    const before: History = [offered];
    expect(append(before, accepted)).toEqual({ ok: true, value: [offered, accepted] });
    expect(before).toEqual([offered]);
  });

  it.each(['initial', 'offered'] as const)('FO-05 begins as %s, by the owner', (state) => {
    expect(pathsOf([], { ...offered, state })).toEqual([]);
    expect(pathsOf([], { ...offered, state, by: 'market' })).toEqual(['by']);
  });

  it('FO-05 begins in no other state', () => {
    expect(pathsOf([], accepted)).toEqual(['state']);
  });

  it('FO-05 takes two steps at one instant, and refuses one before the last', () => {
    expect(pathsOf([offered], { ...accepted, at: 1000 })).toEqual([]);
    expect(append([offered], { ...accepted, at: 999 })).toEqual({
      ok: false,
      faults: [{ path: 'at', message: 'lies 1 ms before the step to offered' }],
    });
  });

  it.each([Number.NaN, Infinity, 0.5])('FO-05 refuses the instant %d', (at) => {
    expect(pathsOf([offered], { ...accepted, at })).toEqual(['at']);
  });

  it('FO-05 refuses a move that the life cycle does not have, and names every reason', () => {
    expect(pathsOf([offered], { state: 'executed', at: 0, by: 'deadline' })).toEqual(['at', 'state']);
  });

  it('FO-05 refuses a move by somebody else than may cause it', () => {
    expect(append([offered], { ...accepted, by: 'owner' })).toEqual({
      ok: false,
      faults: [{ path: 'by', message: 'the owner may not take an offer from offered to accepted' }],
    });
  });

  it('FO-05 keeps only lives in order, whatever is tried', () => {
    const arbitraryStep = fc.record({
      state: fc.constantFrom(...LIFE_CYCLE_TABLE.states),
      at: fc.integer({ min: 0, max: 20 }),
      by: fc.constantFrom(
        'owner' as const,
        'flexibility-manager' as const,
        'market' as const,
        'deadline' as const,
      ),
    });
    const check = fc.property(fc.array(arbitraryStep, { maxLength: 40 }), (steps) => {
      const history = steps.reduce<History>((life, step) => {
        const appended = append(life, step);
        return appended.ok ? appended.value : life;
      }, []);
      history.slice(1).forEach((step, index) => {
        const { state, at } = history[index] ?? step;
        expect(mayCause(step.by, state, step.state)).toBe(true);
        expect(step.at).toBeGreaterThanOrEqual(at);
        expect(isFinal(state)).toBe(false);
      });
    });
    fc.assert(check, { seed: 42, numRuns: 1000 });
  });
});
