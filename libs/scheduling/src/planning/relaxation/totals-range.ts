import type { Portfolio } from '../portfolio/portfolio.js';

/** What the total of each interval can be at least and at most, whatever the units do. */
export interface TotalsRange {
  readonly leastWh: Float64Array;
  readonly mostWh: Float64Array;
}

/** Sums of what each unit alone can do in each interval. */
export function totalsRange(portfolio: Portfolio): TotalsRange {
  const { length } = portfolio.horizon;
  const range = { leastWh: new Float64Array(length), mostWh: new Float64Array(length) };
  for (let unit = 0; unit < portfolio.count; unit += 1) addUnit(portfolio, unit, range);
  return range;
}

function addUnit(
  { firstStart, startAt, isOpen, parts, firstCell, lowerWh, upperWh, windowAt, windowFrom }: Portfolio,
  unit: number,
  range: TotalsRange,
): void {
  const from = windowFrom[unit]!;
  const window = windowAt[unit + 1]! - windowAt[unit]!;
  const bounds =
    isOpen[unit] === 1
      ? [
          {
            offset: 0,
            lower: lowerWh.subarray(firstCell[unit], firstCell[unit + 1]),
            upper: upperWh.subarray(firstCell[unit], firstCell[unit + 1]),
          },
        ]
      : parts[unit]!.map(({ offset, set }) => ({ offset, lower: set.lowerWh, upper: set.upperWh }));
  const starts = startAt.subarray(firstStart[unit], firstStart[unit + 1]);
  const least = new Float64Array(window).fill(Infinity);
  const most = new Float64Array(window).fill(-Infinity);
  const lower = new Float64Array(window);
  const upper = new Float64Array(window);
  for (const start of starts) {
    lower.fill(0);
    upper.fill(0);
    for (const part of bounds)
      for (let k = 0; k < part.lower.length; k += 1) {
        lower[start + part.offset - from + k]! += part.lower[k]!;
        upper[start + part.offset - from + k]! += part.upper[k]!;
      }
    for (let at = 0; at < window; at += 1) {
      least[at] = Math.min(least[at]!, lower[at]!);
      most[at] = Math.max(most[at]!, upper[at]!);
    }
  }
  for (let at = 0; at < window; at += 1) {
    range.leastWh[from + at]! += least[at]!;
    range.mostWh[from + at]! += most[at]!;
  }
}
