import type { Member, Schedule } from '#flexoffer';
import type { PlannedUnit } from '../planning-problem.js';

/** The schedule of an offer that was planned alone. */
export function plannedSchedule({ start, energiesWh }: PlannedUnit): Schedule {
  return { start, energiesWh: energiesWh[0] ?? [] };
}

/** By offer id, the schedules of the members of an aggregate that was planned as its members. */
export function plannedMemberSchedules(
  members: readonly Member[],
  { start, energiesWh }: PlannedUnit,
): Map<string, Schedule> {
  return new Map(
    members.map(({ offer, offsetIntervals }, index) => [
      offer.id,
      { start: start + offsetIntervals, energiesWh: energiesWh[index] ?? [] },
    ]),
  );
}
