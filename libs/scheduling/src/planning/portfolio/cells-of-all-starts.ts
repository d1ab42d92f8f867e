import type { Portfolio } from './portfolio.js';

/** How many intervals are looked at when every unit looks at every start, and the objective at all; at least one. */
export function cellsOfAllStarts({ count, units, firstStart, horizon }: Portfolio): number {
  let cells = horizon.length + 1;
  for (let unit = 0; unit < count; unit += 1)
    for (const { set } of units[unit]!.parts)
      cells += set.lowerWh.length * (firstStart[unit + 1]! - firstStart[unit]!);
  return cells;
}
