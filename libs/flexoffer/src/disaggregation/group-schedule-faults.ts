import type { GroupSum } from '../aggregation/grouping/leaf-group.js';
import type { WattHours } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { IntervalIndex } from '../time.js';

/** What a group shall do: energies of all its intervals from `start` on. */
export interface GroupSchedule {
  readonly start: IntervalIndex;
  readonly energiesWh: ArrayLike<WattHours>;
}

/** Why a group cannot carry out a schedule; empty if it can. All faults, with the paths of a schedule message. */
export function groupScheduleFaults(group: GroupSum, { start, energiesWh }: GroupSchedule): Fault[] {
  const faults: Fault[] = [];
  const [earliest, latest] = [group.anchor - group.before, group.anchor + group.after];
  if (!Number.isSafeInteger(start) || start < earliest || start > latest)
    faults.push({
      path: 'startTime',
      message: `starts in interval ${start}, outside the window ${earliest} to ${latest}`,
    });
  const length = group.lowerWh.length;
  if (energiesWh.length !== length) {
    const message = `has ${energiesWh.length} intervals, but the profile has ${length}`;
    return [...faults, { path: 'scheduleSlices', message }];
  }
  for (let unit = 0; unit < length; unit += 1) {
    const energy = energiesWh[unit]!;
    const [lower, upper] = [group.lowerWh[unit]!, group.upperWh[unit]!];
    if (Number.isSafeInteger(energy) && energy >= lower && energy <= upper) continue;
    const message = `interval ${unit}: ${energy} Wh is not a whole number from ${lower} to ${upper}`;
    faults.push({ path: `scheduleSlices[${unit}].energyAmount`, message });
  }
  return faults;
}
