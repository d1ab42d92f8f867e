import { NUMBERS_PER_UNIT, type OfferColumns } from '../aggregation/columns/offer-columns.js';
import type { Grouping } from '../aggregation/grouping/grouping.js';
import type { LeafGroup } from '../aggregation/grouping/leaf-group.js';
import type { Fault, Result } from '../result.js';
import { groupScheduleFaults, type GroupSchedule } from './group-schedule-faults.js';
import { shareOfFirst } from './share-cumulatively.js';

/** The schedules of all offers in columns. */
export interface MemberSchedules {
  /** When the offer of each slot starts. */
  readonly starts: Int32Array;
  /** The energies of the offer of each slot, from `OfferColumns.offset` on, as many as it has intervals. */
  readonly energiesWh: Int32Array;
}

/**
 * Member schedules for a schedule of every group, as `disaggregate` makes them pro rata, members in the order of
 * their slots: each feasible for its own offer, and in every interval summing exactly to the group's energy.
 * Refused with all reasons, in which the paths begin with the key of the group, if any schedule is outside its group.
 *
 * One pass over the columns in the order in which they lie in memory; only what each group has shared out so far is
 * kept beside them.
 *
 * @param grouping refreshed since its last change
 */
export function disaggregateAll(
  columns: OfferColumns,
  grouping: Grouping,
  scheduleOf: (group: LeafGroup) => GroupSchedule,
): Result<MemberSchedules> {
  const groups = grouping.groups();
  const schedules = groups.map(scheduleOf);
  const faults = groups.flatMap((group, index) => faultsOf(group, schedules[index]!));
  if (faults.length > 0) return { ok: false, faults };
  const work = new GroupWork(groups, schedules);
  const starts = new Int32Array(columns.end);
  const energiesWh = new Int32Array(columns.energies.length / NUMBERS_PER_UNIT);
  work.share(columns, grouping.leafNumbers(), { starts, energiesWh });
  return { ok: true, value: { starts, energiesWh } };
}

function faultsOf(group: LeafGroup, schedule: GroupSchedule): Fault[] {
  return groupScheduleFaults(group, schedule).map(({ path, message }) => ({
    path: `${group.key}.${path}`,
    message,
  }));
}

/** For every interval of a group: energy to move away from the default, room for it, and how much of both is used. */
const NUMBERS_PER_ROW = 4;

/** What is still to be shared out. */
class GroupWork {
  /** By leaf: how much later than its anchor a member starts. */
  private readonly shift: Int32Array;
  /** By leaf: where the row of interval 0 of market time would be. */
  private readonly row: Int32Array;
  private readonly state: Float64Array;

  constructor(groups: readonly LeafGroup[], schedules: readonly GroupSchedule[]) {
    const leaves = groups.reduce(
      (most, group) => group.leaves.reduce((highest, { number }) => Math.max(highest, number + 1), most),
      0,
    );
    this.shift = new Int32Array(leaves);
    this.row = new Int32Array(leaves);
    this.state = new Float64Array(
      NUMBERS_PER_ROW * groups.reduce((sum, { lowerWh }) => sum + lowerWh.length, 0),
    );
    let row = 0;
    groups.forEach((group, index) => {
      const schedule = schedules[index]!;
      for (const { number } of group.leaves) {
        this.shift[number] = schedule.start - group.anchor;
        this.row[number] = row - group.anchor;
      }
      this.prepare(group, schedule, row);
      row += group.lowerWh.length;
    });
  }

  /** Gives every member its start and its part of every interval. */
  share(columns: OfferColumns, leafNumbers: Int32Array, { starts, energiesWh }: MemberSchedules): void {
    const { shift, row, state } = this;
    const { anchor, offset, length, energies, end: slots } = columns;
    for (let slot = 0; slot < slots; slot += 1) {
      if (length[slot] === 0) continue;
      const leaf = leafNumbers[slot]!;
      starts[slot] = anchor[slot]! + shift[leaf]!;
      let to = offset[slot]!;
      let from = NUMBERS_PER_UNIT * to;
      let at = NUMBERS_PER_ROW * (row[leaf]! + anchor[slot]!);
      for (const end = to + length[slot]!; to < end; to += 1, from += 3, at += 4) {
        const usual = energies[from + 1]!;
        const move = state[at]!;
        if (move === 0) {
          energiesWh[to] = usual;
          continue;
        }
        const isUp = move > 0;
        const roomSoFar = state[at + 2]! + (isUp ? energies[from + 2]! - usual : usual - energies[from]!);
        const moved = shareOfFirst(isUp ? move : -move, roomSoFar, state[at + 1]!);
        const own = moved - state[at + 3]!;
        energiesWh[to] = isUp ? usual + own : usual - own;
        state[at + 2] = roomSoFar;
        state[at + 3] = moved;
      }
    }
  }

  private prepare(group: LeafGroup, { energiesWh }: GroupSchedule, firstRow: number): void {
    const { lowerWh, defaultWh, upperWh } = group;
    for (let unit = 0; unit < lowerWh.length; unit += 1) {
      const at = NUMBERS_PER_ROW * (firstRow + unit);
      const move = energiesWh[unit]! - defaultWh[unit]!;
      this.state[at] = move;
      this.state[at + 1] = move > 0 ? upperWh[unit]! - defaultWh[unit]! : defaultWh[unit]! - lowerWh[unit]!;
    }
  }
}
