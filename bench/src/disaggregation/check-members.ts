import type { Grouping, GroupSchedule, LeafGroup, MemberSchedules, OfferColumns } from '#flexoffer';
import { WrongResult } from '../benchmark.js';

/** Every member is inside its own bounds and window, and in every interval they sum exactly to their group's energy. */
export function checkMembers(
  columns: OfferColumns,
  grouping: Grouping,
  members: MemberSchedules,
  scheduleOf: (group: LeafGroup) => GroupSchedule,
): void {
  for (const group of grouping.groups()) {
    const { start, energiesWh } = scheduleOf(group);
    const left = Array.from(energiesWh);
    for (const slot of grouping.members(group)) checkMember(columns, members, slot, start, left);
    if (left.some((energy) => energy !== 0))
      throw new WrongResult(`the members of the group ${group.key} do not sum to its schedule`);
  }
}

/** Takes the energies of a member away from what is left of its group's. */
function checkMember(
  { anchor, before, after, offset, length, energies }: OfferColumns,
  { starts, energiesWh }: MemberSchedules,
  slot: number,
  groupStart: number,
  left: number[],
): void {
  const moved = starts[slot]! - anchor[slot]!;
  if (moved < -before[slot]! || moved > after[slot]!)
    throw new WrongResult(`offer ${slot} starts outside its window`);
  for (let unit = 0; unit < length[slot]!; unit += 1) {
    const at = offset[slot]! + unit;
    const energy = energiesWh[at]!;
    if (energy < energies[3 * at]! || energy > energies[3 * at + 2]!)
      throw new WrongResult(`offer ${slot} is outside its bounds in interval ${unit}`);
    left[starts[slot]! - groupStart + unit]! -= energy;
  }
}
