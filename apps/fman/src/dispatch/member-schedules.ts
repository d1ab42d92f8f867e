import { disaggregate, type Schedule } from '#flexoffer';
import { scheduleIdOf } from '#identifiers';
import type { StoredAggregate } from '../portfolio/stored-aggregate.entity.js';
import type { ScheduledMember } from './member-deliveries.js';

/** A member's assignment by a traded aggregate. */
export interface MemberSchedule extends ScheduledMember {
  readonly scheduleId: string;
  readonly contentHash: string;
  readonly aggregateId: string;
}

/**
 * The schedule of each member, by offer id, for the schedule with which the aggregate traded.
 *
 * @throws Error when the aggregate cannot follow that schedule: the market sold what was not for sale
 */
export function memberSchedules(aggregate: StoredAggregate, schedule: Schedule): MemberSchedule[] {
  const members = aggregate.members.map(({ offer, offsetIntervals }) => ({
    offer: { ...offer, state: 'accepted' as const },
    offsetIntervals,
  }));
  const { id, offer, flexibilityRetained } = aggregate;
  const result = disaggregate({ id, offer, members, flexibilityRetained }, schedule);
  if (!result.ok) {
    const reasons = result.faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new Error(`aggregate ${id} cannot follow the schedule with which it traded: ${reasons}`);
  }
  return aggregate.members.map((member) => {
    const own = result.value.get(member.offer.id);
    if (!own) throw new Error(`aggregate ${id} has no schedule for its member ${member.offer.id}`);
    return {
      offer: member.offer,
      schedule: own,
      scheduleId: scheduleIdOf(member.offer.id, id),
      contentHash: member.contentHash,
      aggregateId: id,
    };
  });
}
