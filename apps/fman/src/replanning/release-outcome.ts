import { intervalOf, type Instant, type IntervalIndex, type Schedule, type WattHours } from '#flexoffer';
import { derivedId } from '#identifiers';
import { energyIn } from './energy-by-interval.js';
import { giveBack, releasedDeliveries, type ReleasedEnergy } from './give-back.js';
import type { ReplannedTrade } from './replan.entity.js';
import { standingMember, updatedMembers, type ReplanOutcome } from './replan-outcome.js';
import type { VersionedDelivery } from './replanned-interval.js';
import type { TradedMembers } from './traded-members.js';

/**
 * What a release changes in a traded aggregate: who still owes how much, and who goes back towards its default. A member
 * that has left does not move, and owes less all the same.
 *
 * @param released of trades of this aggregate, not more than is still owed of each
 * @param standing ids of the members that are still assigned
 * @param now what has begun by then stays as it is
 */
export function releaseOutcome(
  traded: TradedMembers,
  released: readonly ReleasedEnergy[],
  standing: ReadonlySet<string>,
  now: Instant,
): ReplanOutcome {
  const fromInterval = intervalOf(now) + 1;
  const less = releasedDeliveries(traded.deliveries, released);
  const owed = withVersions(traded.deliveries, less);
  const unreliable = new Set(traded.replans.map(({ flexOfferId }) => flexOfferId));
  const moved = traded.members
    .filter(({ offer }) => standing.has(offer.id) && !unreliable.has(offer.id))
    .map((member) =>
      giveBack(
        standingMember(member, owed),
        releasedOf(member.offer.id, traded.deliveries, less),
        fromInterval,
      ),
    )
    .filter(({ before, after }) => before !== after);
  const schedules = new Map(moved.map(({ offer, after }) => [offer.id, after]));
  const number = (traded.replans.at(-1)?.number ?? 0) + 1;
  const id = derivedId('rp', traded.aggregate.id, number);
  return {
    id,
    number,
    fromInterval,
    updated: updatedMembers(id, traded.members, moved),
    deliveries: rescheduled(traded.deliveries, less, schedules),
    trades: tradesOf(traded, released),
  };
}

const keyOf = ({ tradeId, flexOfferId, interval }: VersionedDelivery): string =>
  JSON.stringify([tradeId, flexOfferId, interval]);

function withVersions(
  deliveries: readonly VersionedDelivery[],
  later: readonly VersionedDelivery[],
): VersionedDelivery[] {
  const latest = new Map(later.map((delivery) => [keyOf(delivery), delivery]));
  return deliveries.map((delivery) => latest.get(keyOf(delivery)) ?? delivery);
}

function releasedOf(
  flexOfferId: string,
  before: readonly VersionedDelivery[],
  after: readonly VersionedDelivery[],
): ReadonlyMap<IntervalIndex, WattHours> {
  const ordered = new Map(before.map((delivery) => [keyOf(delivery), delivery.orderedWh]));
  const released = new Map<IntervalIndex, WattHours>();
  for (const delivery of after) {
    if (delivery.flexOfferId !== flexOfferId) continue;
    const part = (ordered.get(keyOf(delivery)) ?? 0) - delivery.orderedWh;
    released.set(delivery.interval, (released.get(delivery.interval) ?? 0) + part);
  }
  return released;
}

/** Next versions of all deliveries that owe less or have another schedule now. */
function rescheduled(
  deliveries: readonly VersionedDelivery[],
  less: readonly VersionedDelivery[],
  schedules: ReadonlyMap<string, Schedule>,
): VersionedDelivery[] {
  const latest = new Map(less.map((delivery) => [keyOf(delivery), delivery]));
  return deliveries.flatMap((delivery) => {
    const now = latest.get(keyOf(delivery)) ?? delivery;
    const schedule = schedules.get(delivery.flexOfferId);
    const scheduledWh = schedule === undefined ? delivery.scheduledWh : energyIn(schedule, delivery.interval);
    if (now === delivery && scheduledWh === delivery.scheduledWh) return [];
    return { ...now, scheduledWh, version: delivery.version + 1 };
  });
}

function tradesOf(
  { aggregate, deliveries }: TradedMembers,
  released: readonly ReleasedEnergy[],
): ReplannedTrade[] {
  const buyers = new Map(aggregate.sold?.map(({ tradeId, buyerId }) => [tradeId, buyerId]));
  return released
    .map(({ tradeId, interval, releasedWh }) => {
      const own = deliveries.filter((each) => each.tradeId === tradeId && each.interval === interval);
      const orderedWh = own.reduce((sum, each) => sum + each.orderedWh, 0);
      return { tradeId, buyerId: buyers.get(tradeId) ?? '', interval, orderedWh, takenOverWh: 0, releasedWh };
    })
    .sort((a, b) => a.interval - b.interval || (a.tradeId < b.tradeId ? -1 : 1));
}
