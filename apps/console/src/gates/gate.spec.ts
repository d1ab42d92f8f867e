import { describe, expect, it } from '@jest/globals';
import type { Gate } from './gate.js';
import { mergeGates, nextGateAt } from './gate.js';

const gate = (gateId: string, closedAt: number, state = 'cleared'): Gate => ({
  gateId,
  closedAt,
  state,
  buyOrders: 1,
  sellOrders: 1,
  trades: 0,
  clearedKwh: 0,
  surplus: null,
});

describe('gates', () => {
  it('come latest first, each once and as last heard of', () => {
    const merged = mergeGates([gate('a', 100), gate('b', 400, 'closed')], [gate('b', 400), gate('c', 700)]);
    expect(merged.map(({ gateId, state }) => [gateId, state])).toEqual([
      ['c', 'cleared'],
      ['b', 'cleared'],
      ['a', 'cleared'],
    ]);
  });

  it('let the next one be foreseen from the last two', () => {
    expect(nextGateAt([gate('b', 400), gate('a', 100)])).toBe(700);
    expect(nextGateAt([gate('a', 100)])).toBeUndefined();
  });
});
