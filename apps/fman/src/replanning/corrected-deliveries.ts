import type { WattHours } from '#flexoffer';
import { differenceOf, energyIn } from './energy-by-interval.js';
import type { HandedOver } from './hand-over.js';
import { handedOver } from './handed-over.js';
import type { ReplannedInterval, ReplannedMember, VersionedDelivery } from './replanned-interval.js';

/**
 * What members owe after a re-plan, as far as it differs from before. What nobody does in the place of the one that
 * leaves, it goes on owing, so that every trade keeps its sum.
 *
 * @param deliveries of all members, in their present versions
 * @param others by offer id, without the one that leaves
 * @returns the next version of each delivery that changes, by interval, trade and offer
 */
export function correctedDeliveries(
  deliveries: readonly VersionedDelivery[],
  leaving: ReplannedMember,
  others: readonly ReplannedMember[],
): VersionedDelivery[] {
  const intervals = [...differenceOf(leaving.before, leaving.after).keys()].sort((a, b) => a - b);
  return intervals.flatMap((interval) => {
    const present = deliveries
      .filter((delivery) => delivery.interval === interval)
      .sort((a, b) => (a.tradeId < b.tradeId ? -1 : a.tradeId > b.tradeId ? 1 : 0));
    const replanned = { interval, deliveries: present, leaving, others };
    return correctedIn(replanned, handedOver(replanned));
  });
}

function correctedIn(replanned: ReplannedInterval, handed: readonly HandedOver[]): VersionedDelivery[] {
  const { deliveries, leaving, others, interval } = replanned;
  const known = new Map(deliveries.map((each) => [keyOf(each.tradeId, each.flexOfferId), each]));
  const gained = new Map<string, WattHours>();
  const gain = (key: string, energyWh: WattHours): unknown =>
    gained.set(key, (gained.get(key) ?? 0) + energyWh);
  for (const { tradeId, takerId, energyWh } of handed) {
    gain(keyOf(tradeId, takerId), energyWh);
    gain(keyOf(tradeId, leaving.offer.id), -energyWh);
  }
  const members = [leaving, ...others].sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
  const trades = new Set(deliveries.map(({ tradeId }) => tradeId));
  return [...trades].flatMap((tradeId) =>
    members.flatMap((member) => {
      const key = keyOf(tradeId, member.offer.id);
      return nextVersion(member, { tradeId, interval }, known.get(key), gained.get(key) ?? 0);
    }),
  );
}

/** Empty if nothing of the delivery changes, or there is none. */
function nextVersion(
  { offer, before, after }: ReplannedMember,
  { tradeId, interval }: Pick<VersionedDelivery, 'tradeId' | 'interval'>,
  known: VersionedDelivery | undefined,
  gainedWh: WattHours,
): VersionedDelivery[] {
  const isRescheduled = known !== undefined && energyIn(before, interval) !== energyIn(after, interval);
  if (gainedWh === 0 && !isRescheduled) return [];
  return [
    {
      tradeId,
      flexOfferId: offer.id,
      participantId: offer.offeredById,
      ...(offer.deviceId === undefined ? {} : { deviceId: offer.deviceId }),
      interval,
      orderedWh: (known?.orderedWh ?? 0) + gainedWh,
      defaultWh: energyIn(offer.defaultSchedule, interval),
      scheduledWh: energyIn(after, interval),
      version: (known?.version ?? 0) + 1,
    },
  ];
}

const keyOf = (tradeId: string, flexOfferId: string): string => JSON.stringify([tradeId, flexOfferId]);
