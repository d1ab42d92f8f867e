import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sharedRoom } from './shared-room.js';

describe('sharedRoom', () => {
  it.each([
    [
      [4, 4, 4, 4, 4],
      [9, 4, 9, 16, 10],
      [2, 2, 2, 2, 2],
    ],
    [
      [4, 4],
      [9, 9],
      [4, 4],
    ],
    [
      [4, 4, 6],
      [9, 4, 9],
      [2, 2, 5],
    ],
    [
      [5, 3],
      [0, 9],
      [0, 3],
    ],
    [[], [], []],
  ])('shares the most %j in rooms %j', (most, rooms, expected) => {
    expect(sharedRoom(most, rooms)).toEqual(expected);
  });

  it('keeps inside every room, and no shares have a larger sum', () => {
    const whole = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, whole), { maxLength: 8 }), (pairs) => {
        const most = pairs.map(([each]) => each);
        const rooms = pairs.map(([, room]) => room);
        const shares = sharedRoom(most, rooms);
        let sum = 0;
        let largest = 0;
        const outside = shares.filter((share, interval) => {
          sum += share;
          // All that is wanted, but no more than the least room from here on.
          largest = Math.min(largest + (most[interval] ?? 0), ...rooms.slice(interval));
          return !(share >= 0 && share <= (most[interval] ?? -1) && sum <= (rooms[interval] ?? -1));
        });
        expect(outside).toEqual([]);
        expect(sum).toBe(largest);
      }),
      { seed: 42, numRuns: 5000 },
    );
  });
});
