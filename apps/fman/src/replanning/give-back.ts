import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';
import { splitSoldEnergy } from '../dispatch/split-sold-energy.js';
import { energyIn } from './energy-by-interval.js';
import { moveTowards } from './move-towards.js';
import { openEnergies } from './open-energies.js';
import type { ReplannedMember, VersionedDelivery } from './replanned-interval.js';
import type { StandingMember } from './standing-member.js';

/** Energy of a trade that nobody wants any more; the trade's sign. */
export interface ReleasedEnergy {
  readonly tradeId: string;
  readonly interval: IntervalIndex;
  readonly releasedWh: WattHours;
}

/**
 * The deliveries that change when energy is released: each member owes less in proportion to what it owes, exactly as much
 * as is released, whether or not its schedule can follow.
 *
 * @param deliveries of all members, in their present versions
 * @returns their next versions, in the order of `deliveries`
 */
export function releasedDeliveries(
  deliveries: readonly VersionedDelivery[],
  released: readonly ReleasedEnergy[],
): VersionedDelivery[] {
  const less = new Map<VersionedDelivery, WattHours>();
  for (const { tradeId, interval, releasedWh } of released) {
    const owed = deliveries.filter(
      (delivery) =>
        delivery.tradeId === tradeId && delivery.interval === interval && delivery.orderedWh !== 0,
    );
    const parts = splitSoldEnergy(
      releasedWh,
      owed.map(({ orderedWh }) => orderedWh),
    );
    owed.forEach((delivery, index) => less.set(delivery, (less.get(delivery) ?? 0) + (parts[index] ?? 0)));
  }
  return deliveries.flatMap((delivery) => {
    const part = less.get(delivery) ?? 0;
    if (part === 0) return [];
    return { ...delivery, orderedWh: delivery.orderedWh - part, version: delivery.version + 1 };
  });
}

/**
 * Brings a member back towards its default, as far as its own constraints and what it still owes let it:
 *
 * ```
 *                    firstOpen
 * default      2    2    2    2    2
 * scheduled    1    0    0    2    3        ordered 1  2  2  0  0, a rebound at the end
 * released               2                  still owed      0
 * after        1    0    2    2    2        where it owes nothing it does its default again
 * ```
 * @param member with what it owes after the release
 * @param released by how much less it owes, by interval; the trade's sign
 */
export function giveBack(
  member: StandingMember,
  released: ReadonlyMap<IntervalIndex, WattHours>,
  firstOpen: IntervalIndex,
): ReplannedMember {
  const { offer, schedule, orderedWh } = member;
  const unmoved = { offer, before: schedule, after: schedule };
  const set = openEnergies(member, firstOpen);
  if (set === undefined) return unmoved;
  const wished = schedule.energiesWh.map((energy, unit) => {
    const interval = schedule.start + unit;
    if (interval < firstOpen) return energy;
    if ((orderedWh.get(interval) ?? 0) === 0) return energyIn(offer.defaultSchedule, interval);
    return energy + (released.get(interval) ?? 0);
  });
  const energiesWh = moveTowards(offer, set, schedule.energiesWh, wished);
  if (energiesWh.every((energy, unit) => energy === schedule.energiesWh[unit])) return unmoved;
  const after: Schedule = { ...schedule, energiesWh };
  return { ...unmoved, after };
}
