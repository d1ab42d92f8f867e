import type { GroupFlexibility, GroupSum } from './grouping/leaf-group.js';

/** What is left of the members' flexibility in their aggregate; shares from 0 to 1. */
export interface FlexibilityRetained {
  /** The aggregate's window, counted for every member, over the sum of the members' own windows. */
  readonly time: number;
  /** The sum of upper minus lower bounds of the aggregate over that of the members' slices. */
  readonly energy: number;
}

/**
 * Members without any flexibility of a kind lose nothing of it, and a single member loses nothing at all: it is
 * offered as it is. Time is lost to the narrowest window of the group; energy where constraints other than the bounds
 * of single intervals are replaced by an inner box.
 */
export function flexibilityRetained(
  group: GroupFlexibility & Pick<GroupSum, 'before' | 'after'>,
): FlexibilityRetained {
  if (group.count === 1) return { time: 1, energy: 1 };
  return {
    time: share(group.count * (group.before + group.after), group.offeredIntervals),
    energy: share(group.keptWh, group.offeredWh),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
