import { describe, expect, it } from '@jest/globals';
import { nextPollAfter } from './poll-time.js';

const at = (time: string): number => Date.parse(`2024-01-31T${time}Z`);

describe('the time of polls', () => {
  it('DO-01 polls at its offset after the quarter-hour', () => {
    expect(nextPollAfter(at('10:00:00'), 900, 120)).toBe(at('10:02:00'));
    expect(nextPollAfter(at('10:02:00'), 900, 120)).toBe(at('10:17:00'));
    expect(nextPollAfter(at('10:01:59.999'), 900, 120)).toBe(at('10:02:00'));
  });

  it('DO-01 polls at a shorter interval as well', () => {
    expect(nextPollAfter(at('10:00:00'), 60, 0)).toBe(at('10:01:00'));
    expect(nextPollAfter(at('10:00:30'), 60, 30)).toBe(at('10:01:30'));
  });
});
