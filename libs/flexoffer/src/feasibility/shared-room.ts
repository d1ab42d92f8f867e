/**
 * Shares room among intervals: none gets more than its `most`, and the first k together no more than `rooms[k-1]`.
 * All get the same part of their `most` until the sum up to some interval is full; the intervals after it then share
 * on in the same way. No other shares have a larger sum, because whatever fills a sum leaves the same to the rest.
 *
 * ```
 * most    4   4 | 4   4   4
 * rooms   9   4 | 9  16  10        the sum of the first two is full at 4: one half each
 * shares  2   2 | 2   2   2        the sum of all is full at 10: one half each again
 * ```
 *
 * All values are non-negative integers, and so are the shares; rounding is carried over to later intervals.
 */
export function sharedRoom(most: readonly number[], rooms: readonly number[]): number[] {
  const shares: number[] = [];
  let given = 0;
  while (shares.length < most.length) {
    const { full, wanted, room } = nextFull(most, rooms, shares.length, given);
    let soFar = 0;
    let share = 0;
    for (let interval = shares.length; interval <= full; interval = shares.length) {
      const own = most[interval] ?? 0;
      soFar += own;
      const target = room >= wanted ? soFar : Math.floor(room * (soFar / wanted));
      const next = Math.min(Math.max(target - share, 0), own, (rooms[interval] ?? 0) - given - share);
      shares.push(next);
      share += next;
    }
    given += share;
  }
  return shares;
}

/** The interval at which a sum is full first, if all from `first` on grow in proportion; else the last interval. */
function nextFull(
  most: readonly number[],
  rooms: readonly number[],
  first: number,
  given: number,
): { full: number; wanted: number; room: number } {
  let soFar = 0;
  let found = { full: most.length - 1, wanted: 0, room: 0 };
  let least = 1;
  for (let interval = first; interval < most.length; interval += 1) {
    soFar += most[interval] ?? 0;
    const room = (rooms[interval] ?? 0) - given;
    if (soFar > room && room / soFar <= least) {
      least = room / soFar;
      found = { full: interval, wanted: soFar, room };
    }
  }
  return found;
}
