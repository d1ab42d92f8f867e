import type { Schedule, WattHours } from '#flexoffer';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';
import type { ReplannedInterval } from './replanned-interval.js';
import { energyIn } from './energy-by-interval.js';
import { handOver, type HandedOver, type NamedEnergy } from './hand-over.js';

/**
 * Which orders of an interval go from the one that leaves to others. First to those who now do more, each as much as
 * that: they are to be paid for it. Should the one that leaves then owe more than what is missing (others had undone
 * a part of what it did, and now do so no more), the excess goes to whoever does more than it owes:
 *
 * ```
 * changes  leaving +2  a +8  b -5    sold +5    ordered 1  4  0
 * after    leaving  0  a +8  b -3               ordered 0  5  0     b takes over, but a delivers
 * ```
 */
export function handedOver({ interval, deliveries, leaving, others }: ReplannedInterval): HandedOver[] {
  const direction = Math.sign(energyIn(leaving.after, interval) - energyIn(leaving.before, interval));
  const change = (offer: FlexOfferContent, schedule: Schedule): WattHours =>
    direction * (energyIn(offer.defaultSchedule, interval) - energyIn(schedule, interval));
  const ordered = new Map<string, WattHours>();
  for (const { flexOfferId, orderedWh } of deliveries)
    ordered.set(flexOfferId, (ordered.get(flexOfferId) ?? 0) + Math.max(0, direction * orderedWh));
  const spare = others.map(({ offer, after }) => ({
    id: offer.id,
    energyWh: Math.max(0, change(offer, after) - (ordered.get(offer.id) ?? 0)),
  }));
  const more = others.map(({ offer, before, after }, index) => ({
    id: offer.id,
    energyWh: Math.min(change(offer, after) - change(offer, before), spare[index]?.energyWh ?? 0),
  }));
  const owed = deliveries
    .filter(({ flexOfferId }) => flexOfferId === leaving.offer.id)
    .map(({ tradeId, orderedWh }) => ({ id: tradeId, energyWh: Math.max(0, direction * orderedWh) }));
  const first = handOver(owed, more);
  const left = less(owed, first, 'tradeId');
  const excess = sumOf(left) - Math.max(0, change(leaving.offer, leaving.after));
  const second = handOver(left, upTo(excess, less(spare, first, 'takerId')));
  return [...first, ...second].map((each) => ({ ...each, energyWh: direction * each.energyWh }));
}

function less(
  energies: readonly NamedEnergy[],
  handed: readonly HandedOver[],
  key: 'tradeId' | 'takerId',
): NamedEnergy[] {
  return energies.map(({ id, energyWh }) => {
    const own = handed.filter((each) => each[key] === id);
    return { id, energyWh: energyWh - own.reduce((sum, each) => sum + each.energyWh, 0) };
  });
}

/** The first of the energies, as many as make up the sum. */
function upTo(sum: WattHours, energies: readonly NamedEnergy[]): NamedEnergy[] {
  let left = Math.max(0, sum);
  return energies.map(({ id, energyWh }) => {
    const part = Math.min(left, energyWh);
    left -= part;
    return { id, energyWh: part };
  });
}

function sumOf(energies: readonly NamedEnergy[]): WattHours {
  return energies.reduce((sum, { energyWh }) => sum + energyWh, 0);
}
