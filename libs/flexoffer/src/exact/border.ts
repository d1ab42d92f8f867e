import type { IntervalIndex } from '../time.js';
import type { ExactAggregate } from './exact-aggregate.js';

/** What the members can do together in some intervals: both ends are reached. */
export interface Border {
  readonly leastWh: number;
  readonly mostWh: number;
}

/**
 * The border functions p and b of the exact sum at a set S of intervals: sums of the members' own (Frank, Connections in
 * Combinatorial Optimization, 2011, chapter 14). A profile z lies in the exact sum if and only if
 * p(S) <= z(S) <= b(S) for every S.
 *
 * @param intervals in any order; those outside the aggregate have no energy and count for nothing
 */
export function borderOf(aggregate: ExactAggregate, intervals: Iterable<IntervalIndex>): Border {
  const inside = new Uint8Array(aggregate.length);
  for (const interval of intervals) {
    const index = interval - aggregate.firstInterval;
    if (index >= 0 && index < inside.length) inside[index] = 1;
  }
  let leastWh = 0;
  let mostWh = 0;
  const border = new MemberBorder(inside);
  for (let member = 0; member < aggregate.startAt.length; member += 1) {
    border.measure(aggregate, member);
    leastWh += border.least;
    mostWh += border.most;
  }
  return { leastWh, mostWh };
}

/**
 * One member's border at a set and at its complement, grown interval by interval: a further interval adds its bounds,
 * and a bound on the running total cuts off what one side could only do if the other side did less than it must.
 */
class MemberBorder {
  least = 0;
  most = 0;
  private leastOutside = 0;
  private mostOutside = 0;

  constructor(private readonly inside: Uint8Array) {}

  measure(aggregate: ExactAggregate, member: number): void {
    this.least = this.most = this.leastOutside = this.mostOutside = 0;
    const first = aggregate.firstUnit[member]!;
    const end = aggregate.firstUnit[member + 1]!;
    const start = aggregate.startAt[member]!;
    const running = aggregate.runningAt[member]!;
    for (let unit = first; unit < end; unit += 1) {
      this.add(this.inside[start + unit - first] === 1, aggregate.lowerWh[unit]!, aggregate.upperWh[unit]!);
      if (running === -1) continue;
      const at = running + unit - first;
      this.cut(aggregate.runningLowerWh[at]!, aggregate.runningUpperWh[at]!);
    }
    this.cut(aggregate.totalLowerWh[member]!, aggregate.totalUpperWh[member]!);
  }

  private add(inside: boolean, lower: number, upper: number): void {
    if (inside) {
      this.least += lower;
      this.most += upper;
    } else {
      this.leastOutside += lower;
      this.mostOutside += upper;
    }
  }

  private cut(totalLower: number, totalUpper: number): void {
    const least = Math.max(this.least, totalLower - this.mostOutside);
    const most = Math.min(this.most, totalUpper - this.leastOutside);
    const leastOutside = Math.max(this.leastOutside, totalLower - this.most);
    const mostOutside = Math.min(this.mostOutside, totalUpper - this.least);
    this.least = least;
    this.most = most;
    this.leastOutside = leastOutside;
    this.mostOutside = mostOutside;
  }
}
