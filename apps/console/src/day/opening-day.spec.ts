import { describe, expect, it } from '@jest/globals';
import type { Gate } from '../gates/gate.js';
import { latestClosing, tradingDayOf } from './opening-day.js';

const gate = (closedAt: number, trades: number): Gate => ({
  gateId: `gate-${closedAt}`,
  closedAt,
  state: 'cleared',
  buyOrders: 0,
  sellOrders: 0,
  trades,
  clearedKwh: 0,
  surplus: null,
});

describe('the gate whose day is shown first', () => {
  it('is the latest with trades, though empty ones closed after it', () => {
    expect(latestClosing([gate(500, 0), gate(100, 2), gate(300, 1), gate(400, 0)])).toBe(300);
  });

  it('is the latest of all where nothing was traded', () => {
    expect(latestClosing([gate(100, 0), gate(400, 0), gate(300, 0)])).toBe(400);
    expect(latestClosing([])).toBeUndefined();
  });

  it('belongs to the day that it ends when it closes at midnight', () => {
    expect(tradingDayOf(Date.parse('2024-03-12T23:00:00Z'), 'Europe/Luxembourg')).toBe('2024-03-12');
    expect(tradingDayOf(Date.parse('2024-03-12T23:05:00Z'), 'Europe/Luxembourg')).toBe('2024-03-13');
  });
});
