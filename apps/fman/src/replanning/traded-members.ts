import type { Transaction } from '#persistence';
import { memberDeliveries } from '../dispatch/member-deliveries.js';
import { memberSchedules, type MemberSchedule } from '../dispatch/member-schedules.js';
import { StoredAggregate } from '../portfolio/stored-aggregate.entity.js';
import type { VersionedDelivery } from './replanned-interval.js';
import { StoredReplanMember } from './replan-member.entity.js';
import { StoredReplan } from './replan.entity.js';

/** A traded aggregate as it stands after all its re-plans. */
export interface TradedMembers {
  readonly aggregate: StoredAggregate;
  /** By offer id. Of a canceled one the schedule is the one that it left. */
  readonly members: readonly MemberSchedule[];
  readonly deliveries: readonly VersionedDelivery[];
  /** By number. */
  readonly replans: readonly StoredReplan[];
}

/**
 * What was assigned follows from what was traded; the re-plans say what has changed since.
 *
 * @returns undefined for an aggregate that has not traded
 */
export async function tradedMembers(
  transaction: Transaction,
  aggregateId: string,
): Promise<TradedMembers | undefined> {
  const aggregate = await transaction.manager.findOneBy(StoredAggregate, {
    id: aggregateId,
    state: 'traded',
  });
  if (!aggregate?.schedule || !aggregate.sold) return undefined;
  const assigned = memberSchedules(aggregate, aggregate.schedule);
  const replans = await transaction.manager.find(StoredReplan, {
    where: { aggregateId },
    order: { number: 'ASC' },
  });
  const updates = await scheduleUpdates(transaction, aggregateId);
  const members = assigned.map((member) => {
    const update = updates.get(member.offer.id);
    return update ? { ...member, schedule: update.after, scheduleId: update.scheduleId } : member;
  });
  const deliveries = new Map<string, VersionedDelivery>();
  for (const delivery of memberDeliveries(assigned, aggregate.sold))
    deliveries.set(keyOf(delivery), { ...delivery, version: 1 });
  for (const replan of replans)
    for (const delivery of replan.deliveries) deliveries.set(keyOf(delivery), delivery);
  return { aggregate, members, deliveries: [...deliveries.values()], replans };
}

/** The last update of each member, by offer id. */
async function scheduleUpdates(
  transaction: Transaction,
  aggregateId: string,
): Promise<ReadonlyMap<string, StoredReplanMember>> {
  const rows = await transaction.manager
    .createQueryBuilder(StoredReplanMember, 'member')
    .innerJoin(StoredReplan, 'replan', 'replan.id = member.replanId')
    .where('replan.aggregateId = :aggregateId', { aggregateId })
    .orderBy('replan.number')
    .getMany();
  return new Map(rows.map((row) => [row.flexOfferId, row]));
}

function keyOf({
  tradeId,
  flexOfferId,
  interval,
}: VersionedDelivery | Omit<VersionedDelivery, 'version'>): string {
  return JSON.stringify([tradeId, flexOfferId, interval]);
}
