import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '#flexoffer';
import { firstOpenInterval, gateIdOf, lastGateAt, nextGateAfter } from './gate-time.js';

const at = (time: string): number => Date.parse(`2024-01-31T${time}Z`);
const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('the time of gates', () => {
  it('MK-02 closes a gate at every multiple of the interval', () => {
    expect(nextGateAfter(at('10:05:00'), 300)).toBe(at('10:10:00'));
    expect(nextGateAfter(at('10:09:59.999'), 300)).toBe(at('10:10:00'));
    expect(lastGateAt(at('10:09:59.999'), 300)).toBe(at('10:05:00'));
    expect(gateIdOf(at('10:05:00'))).toBe('gate-2024-01-31T10:05:00Z');
  });

  it('MK-02 trades an interval until its gate closure, and not at it', () => {
    expect(instantOf(firstOpenInterval(at('10:05:00'), 300))).toBe(at('10:15:00'));
    expect(instantOf(firstOpenInterval(at('10:10:00'), 300))).toBe(at('10:30:00'));
    expect(instantOf(firstOpenInterval(at('10:09:59'), 300))).toBe(at('10:15:00'));
  });

  it('MK-02 never opens an interval whose closure is past', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 86_400 }), (gate, closure) => {
        const first = firstOpenInterval(gate, closure);
        expect(instantOf(first) - closure * 1000).toBeGreaterThan(gate);
        expect(instantOf(first - 1) - closure * 1000).toBeLessThanOrEqual(gate);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
