import { profileOf, type ExactAggregate } from '../exact/exact-aggregate.js';
import type { ExactMember } from '../exact/exact-member.js';

/** For specs: every whole profile that a member can do. */
export function profilesOfMember({ set }: ExactMember): number[][] {
  let profiles: number[][] = [[]];
  for (let unit = 0; unit < set.lowerWh.length; unit += 1)
    profiles = profiles.flatMap((profile) => {
      const before = profile.reduce((sum, energy) => sum + energy, 0);
      const longer: number[][] = [];
      for (let energy = set.lowerWh[unit]!; energy <= set.upperWh[unit]!; energy += 1)
        if (set.runningLowerWh[unit]! <= before + energy && before + energy <= set.runningUpperWh[unit]!)
          longer.push([...profile, energy]);
      return longer;
    });
  return profiles;
}

/** For specs: what a member asks for a profile. */
export function askedByMember({ price, defaultWh = [] }: ExactMember, profile: readonly number[]): number {
  return profile.reduce((sum, energy, unit) => {
    const change = energy - (defaultWh[unit] ?? 0);
    const { up, down } = price === undefined ? { up: 0, down: 0 } : 'up' in price ? price : price[unit]!;
    return sum + (change > 0 ? change * up : -change * down);
  }, 0);
}

/** For specs: every profile of the sum, by its energies joined with commas, and the least that is asked for it. */
export function profilesOfSum(
  members: readonly ExactMember[],
  first: number,
  length: number,
): Map<string, number> {
  let sums = new Map<string, number>([[new Array<number>(length).fill(0).join(), 0]]);
  for (const member of members) {
    const next = new Map<string, number>();
    const own = profilesOfMember(member).map((profile) => [profile, askedByMember(member, profile)] as const);
    for (const [key, cost] of sums)
      for (const [profile, asked] of own) {
        const sum = key.split(',').map(Number);
        for (const [unit, energy] of profile.entries()) sum[member.start - first + unit]! += energy;
        const joined = sum.join();
        next.set(joined, Math.min(cost + asked, next.get(joined) ?? Infinity));
      }
    sums = next;
  }
  return sums;
}

/** For specs: whether every member's part is inside its own bounds. */
export function isFeasibleForAll(
  members: readonly ExactMember[],
  { firstUnit }: ExactAggregate,
  energiesWh: Float64Array,
): boolean {
  return members.every(({ set }, index) => {
    let running = 0;
    return energiesWh.subarray(firstUnit[index], firstUnit[index + 1]).every((energy, unit) => {
      running += energy;
      return (
        Number.isInteger(energy) &&
        set.lowerWh[unit]! <= energy &&
        energy <= set.upperWh[unit]! &&
        set.runningLowerWh[unit]! <= running &&
        running <= set.runningUpperWh[unit]!
      );
    });
  });
}

/** For specs: whether the parts are feasible and sum to the profile. */
export function isSplitOf(
  members: readonly ExactMember[],
  aggregate: ExactAggregate,
  profileWh: Float64Array,
  energiesWh: Float64Array,
): boolean {
  return (
    isFeasibleForAll(members, aggregate, energiesWh) &&
    profileOf(aggregate, energiesWh).every((energy, interval) => energy === profileWh[interval])
  );
}
