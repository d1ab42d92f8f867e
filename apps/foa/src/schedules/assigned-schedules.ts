import { scheduleIdOf } from '#identifiers';
import type { SchedulesAssigned } from '#messages';
import type { WaitingSchedule } from '../mailbox/mailbox.js';

/** The schedules that a message has in columns, one by one. */
export function assignedSchedules({ aggregates }: SchedulesAssigned): WaitingSchedule[] {
  return aggregates.flatMap((members) => {
    let from = 0;
    return members.flexOfferIds.map((flexOfferId, member): WaitingSchedule => {
      const to = from + (members.lengths[member] ?? 0);
      const durations = members.durations?.[member] ?? null;
      const schedule = {
        start: members.starts[member] ?? 0,
        energiesWh: members.energiesWh.slice(from, to),
        ...(durations === null ? {} : { durations }),
      };
      from = to;
      return {
        id: scheduleIdOf(flexOfferId, members.aggregateId),
        deviceId: members.deviceIds[member] ?? '',
        flexibilityId: members.flexibilityIds[member] ?? flexOfferId,
        flexOfferId,
        schedule,
      };
    });
  });
}
