import { wholeCheapest, type Totals } from '../local-search/totals.js';
import type { IntervalCosts } from '../objective/interval-costs.js';
import type { Portfolio } from '../portfolio/portfolio.js';

/** A stretch of one interval of one open unit, along which every watt-hour asks the same. */
interface Stretch {
  readonly cell: number;
  readonly price: number;
  readonly roomWh: number;
}

/**
 * The energies of all open units at given starts that cost least, by cell; exact, since without totals every interval is
 * alone. In each, those that ask least go first, as far as the objective gains; those that ask the same, in proportion to
 * their room.
 *
 * @param fixedWh by interval, everything that cannot be chosen here: other units, and the lower bounds of these
 */
export function openEnergies(
  portfolio: Portfolio,
  costs: IntervalCosts,
  { fixedWh }: Pick<Totals, 'fixedWh'>,
  startOf: Int32Array,
): Float64Array {
  const energiesWh = portfolio.lowerWh.slice();
  stretchesByInterval(portfolio, startOf).forEach((stretches, t) => {
    stretches.sort((a, b) => a.price - b.price || a.cell - b.cell);
    let total = fixedWh[t]!;
    for (let first = 0, end = 0; first < stretches.length; first = end) {
      const { price } = stretches[first]!;
      let room = 0;
      for (; stretches[end]?.price === price; end += 1) room += stretches[end]!.roomWh;
      const amount = Math.min(room, wholeCheapest(costs, t, price) - total);
      if (amount <= 0) break;
      share(amount, room, stretches.slice(first, end), energiesWh);
      total += amount;
    }
  });
  return energiesWh;
}

function stretchesByInterval(portfolio: Portfolio, startOf: Int32Array): Stretch[][] {
  const {
    isOpen,
    isKinked,
    firstCell,
    startAt,
    lowerWh,
    upperWh,
    below,
    above,
    defaultWh,
    windowAt,
    windowFrom,
  } = portfolio;
  const intervals = Array.from({ length: portfolio.horizon.length }, (): Stretch[] => []);
  for (let unit = 0; unit < portfolio.count; unit += 1) {
    if (isOpen[unit] === 0) continue;
    for (let cell = firstCell[unit]!; cell < firstCell[unit + 1]!; cell += 1) {
      const t = startAt[startOf[unit]!]! + cell - firstCell[unit]!;
      const [lower, upper] = [lowerWh[cell]!, upperWh[cell]!];
      const usual = isKinked[unit] === 1 ? defaultWh[windowAt[unit]! - windowFrom[unit]! + t]! : lower;
      const middle = Math.min(upper, Math.max(lower, usual));
      if (middle > lower) intervals[t]!.push({ cell, price: below[cell]!, roomWh: middle - lower });
      if (upper > middle) intervals[t]!.push({ cell, price: above[cell]!, roomWh: upper - middle });
    }
  }
  return intervals;
}

/** In whole watt-hours: each its part of what is left, of the room that is left. */
function share(amount: number, room: number, stretches: readonly Stretch[], energiesWh: Float64Array): void {
  let leftWh = amount;
  let leftRoom = room;
  for (const { cell, roomWh } of stretches) {
    const part = Math.round(leftWh * (roomWh / leftRoom));
    const own = Math.min(roomWh, leftWh, Math.max(part, leftWh - (leftRoom - roomWh)));
    energiesWh[cell]! += own;
    leftWh -= own;
    leftRoom -= roomWh;
  }
}
