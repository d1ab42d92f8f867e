import { disaggregatePacked, type Schedule } from '#flexoffer';
import type { AssignedMembers } from '#messages';
import type { MemberColumns } from '../portfolio/member-columns.js';

/**
 * What the members of a traded aggregate are told to do: the same as `memberSchedules` says, for all that have a device.
 *
 * @param absent ids of members that have left since the aggregate was published
 * @throws RangeError for a schedule that the members together cannot follow
 */
export function assignedMembers(
  aggregateId: string,
  columns: MemberColumns,
  { start, energiesWh, durations }: Schedule,
  absent: ReadonlySet<string>,
): AssignedMembers {
  const all = disaggregatePacked(columns, energiesWh);
  const isSingle = columns.lengths.length === 1;
  const told: Told = { flexOfferIds: [], deviceIds: [], flexibilityIds: [], starts: [], lengths: [] };
  const energies: number[] = [];
  const lasting: (readonly number[] | null)[] = [];
  let from = 0;
  columns.flexOfferIds.forEach((id, member) => {
    const to = from + columns.lengths[member]!;
    const deviceId = columns.deviceIds[member] ?? null;
    if (deviceId !== null && !absent.has(id)) {
      told.flexOfferIds.push(id);
      told.deviceIds.push(deviceId);
      told.flexibilityIds.push(columns.flexibilityIds[member] ?? id);
      told.starts.push(start + columns.offsets[member]!);
      told.lengths.push(to - from);
      for (let unit = from; unit < to; unit += 1) energies.push(all[unit]!);
      lasting.push((isSingle ? durations : columns.durations?.[member]) ?? null);
    }
    from = to;
  });
  const withDurations = lasting.some((each) => each !== null) ? { durations: lasting } : {};
  return { aggregateId, ...told, energiesWh: energies, ...withDurations };
}

interface Told {
  readonly flexOfferIds: string[];
  readonly deviceIds: string[];
  readonly flexibilityIds: string[];
  readonly starts: number[];
  readonly lengths: number[];
}
