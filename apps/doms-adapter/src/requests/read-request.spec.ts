import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intervalOf } from '#flexoffer';
import { readRequest, wattHoursOf } from './read-request.js';

const now = Date.parse('2024-03-12T10:07:00Z');
const context = { now, rootNode: 'lu' };
const request = {
  requestId: 'r-1',
  startTime: '2024-03-12T18:00:00+0000',
  intervalLength: 900,
  scheduleChange: [1.2, 0, -0.4],
  energyPrice: [0.3, 0, 0.1],
};

const pathsOf = (changes: Partial<typeof request>): string[] => {
  const read = readRequest({ ...request, ...changes }, context);
  return read.ok ? [] : read.faults.map(({ path }) => path);
};

describe('readRequest', () => {
  it('DO-02 keeps the sign and the price of every interval, and drops those without a change', () => {
    const start = intervalOf(Date.parse('2024-03-12T18:00:00Z'));
    expect(readRequest(request, context)).toEqual({
      ok: true,
      value: {
        gridNode: 'lu',
        startInterval: start,
        intervals: [
          { interval: start, changeWh: 1200, price: 300_000 },
          { interval: start + 2, changeWh: -400, price: 100_000 },
        ],
      },
    });
  });

  it('DO-01 starts a request without a time in the next interval', () => {
    const { startTime, ...timeless } = request;
    expect(startTime).toBeDefined();
    expect(readRequest(timeless, context)).toMatchObject({ value: { startInterval: intervalOf(now) + 1 } });
  });

  it('DO-01 refuses what it cannot mean', () => {
    expect(pathsOf({ intervalLength: 3600 })).toEqual(['intervalLength']);
    expect(pathsOf({ energyPrice: [1] })).toEqual(['energyPrice']);
    expect(pathsOf({ startTime: '2024-03-12T18:05:00Z' })).toEqual(['startTime']);
    expect(pathsOf({ startTime: 'soon' })).toEqual(['startTime']);
    expect(pathsOf({ scheduleChange: [0, 0.0004, 0] })).toEqual(['scheduleChange']);
    const rootless = readRequest(request, { now, rootNode: undefined });
    expect(rootless.ok ? [] : rootless.faults.map(({ path }) => path)).toEqual(['gridNode']);
  });

  it('DO-02 rounds a change and its reverse alike, to the nearest watt-hour', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (kwh) => {
        expect(wattHoursOf(-kwh)).toBe(0 - wattHoursOf(kwh));
        expect(Math.abs(wattHoursOf(kwh) - kwh * 1000)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
