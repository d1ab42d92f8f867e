import { intervalOf, type IntervalIndex, type Schedule } from '#flexoffer';
import { derivedId } from '#identifiers';
import type { MemberSchedule } from '../dispatch/member-schedules.js';
import { correctedDeliveries } from './corrected-deliveries.js';
import type { ReplannedMember, VersionedDelivery } from './replanned-interval.js';
import { differenceOf } from './energy-by-interval.js';
import type { Leaving } from './leaving.js';
import { rePlan } from './re-plan.js';
import type { ReplannedTrade } from './replan.entity.js';
import type { StandingMember } from './standing-member.js';
import type { TradedMembers } from './traded-members.js';

/** A member with the schedule that replaces its present one. */
export interface UpdatedMember extends MemberSchedule {
  readonly updateOf: string;
  readonly before: Schedule;
}

/** Everything that a re-plan changes in a traded aggregate. */
export interface ReplanOutcome {
  readonly id: string;
  readonly number: number;
  readonly fromInterval: IntervalIndex;
  /** By offer id. */
  readonly updated: readonly UpdatedMember[];
  readonly deliveries: readonly VersionedDelivery[];
  readonly trades: readonly ReplannedTrade[];
}

/**
 * Who has left its schedule before is not asked to take over.
 *
 * @param standing ids of the members that are still assigned
 * @param now what has begun by then stays as it is
 * @returns undefined if the one that leaves was to do nothing but its default anyway, or if another re-plan because of
 *   it has already found that nobody can take over what it owes
 */
export function replanOutcome(
  traded: TradedMembers,
  leaving: Leaving,
  standing: ReadonlySet<string>,
  now: number,
): ReplanOutcome | undefined {
  const fromInterval = Math.max(intervalOf(now) + 1, leaving.fromInterval ?? 0);
  const left = traded.members.find(({ offer }) => offer.id === leaving.flexOfferId);
  if (!left) throw new Error(`${leaving.flexOfferId} is not in aggregate ${leaving.aggregateId}`);
  if (differenceOf(left.schedule, left.offer.defaultSchedule, fromInterval).size === 0) return undefined;
  const unreliable = new Set(traded.replans.map(({ flexOfferId }) => flexOfferId)).add(left.offer.id);
  const others = traded.members
    .filter(({ offer }) => standing.has(offer.id) && !unreliable.has(offer.id))
    .map((member) => standingMember(member, traded.deliveries));
  const plan = rePlan({ ...left, bound: leaving.cause === 'failing' }, others, fromInterval);
  const knownBefore = traded.replans.some(({ flexOfferId }) => flexOfferId === left.offer.id);
  if (plan.schedules.size === 0 && knownBefore) return undefined;
  const replanned = others.map(({ offer, schedule }): ReplannedMember => {
    return { offer, before: schedule, after: plan.schedules.get(offer.id) ?? schedule };
  });
  const leaver = { offer: left.offer, before: left.schedule, after: plan.leaving };
  const deliveries = correctedDeliveries(traded.deliveries, leaver, replanned);
  const moved = replanned.filter(({ offer }) => plan.schedules.has(offer.id));
  const number = (traded.replans.at(-1)?.number ?? 0) + 1;
  const id = derivedId('rp', leaving.aggregateId, number);
  const rescheduled = leaving.cause === 'failing' && moved.length > 0 ? [...moved, leaver] : moved;
  return {
    id,
    number,
    fromInterval,
    updated: updatedMembers(id, traded.members, rescheduled),
    deliveries,
    trades: tradesOf(traded, left.offer.id, fromInterval, deliveries),
  };
}

/** A member with what it owes of all trades. */
export function standingMember(
  { offer, schedule }: MemberSchedule,
  deliveries: readonly VersionedDelivery[],
): StandingMember {
  const orderedWh = new Map<IntervalIndex, number>();
  for (const delivery of deliveries)
    if (delivery.flexOfferId === offer.id)
      orderedWh.set(delivery.interval, (orderedWh.get(delivery.interval) ?? 0) + delivery.orderedWh);
  return { offer, schedule, orderedWh };
}

/** Those of the members that move, with the schedules that replace theirs. */
export function updatedMembers(
  replanId: string,
  members: readonly MemberSchedule[],
  moved: readonly ReplannedMember[],
): UpdatedMember[] {
  const after = new Map(moved.map((member) => [member.offer.id, member.after]));
  return members.flatMap((member) => {
    const schedule = after.get(member.offer.id);
    if (schedule === undefined) return [];
    const scheduleId = derivedId('sc', member.offer.id, replanId);
    return [{ ...member, schedule, scheduleId, updateOf: member.scheduleId, before: member.schedule }];
  });
}

/** What the one that leaves still owed, by interval and trade. */
function tradesOf(
  { aggregate, deliveries }: TradedMembers,
  leavingId: string,
  fromInterval: IntervalIndex,
  corrected: readonly VersionedDelivery[],
): ReplannedTrade[] {
  const buyers = new Map(aggregate.sold?.map(({ tradeId, buyerId }) => [tradeId, buyerId]));
  const isSame = (a: VersionedDelivery, b: VersionedDelivery): boolean =>
    a.tradeId === b.tradeId && a.flexOfferId === b.flexOfferId && a.interval === b.interval;
  return deliveries
    .filter(
      ({ flexOfferId, interval, orderedWh }) =>
        flexOfferId === leavingId && interval >= fromInterval && orderedWh !== 0,
    )
    .map((delivery) => {
      const { tradeId, interval, orderedWh } = delivery;
      const after = corrected.find((each) => isSame(each, delivery))?.orderedWh ?? orderedWh;
      const buyerId = buyers.get(tradeId) ?? '';
      return { tradeId, buyerId, interval, orderedWh, takenOverWh: orderedWh - after };
    })
    .sort((a, b) => a.interval - b.interval || (a.tradeId < b.tradeId ? -1 : 1));
}
