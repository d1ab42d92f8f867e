import type { EnergyBounds, IntervalIndex, WattHours } from '#flexoffer';
import { memberDeliveries } from '../../dispatch/member-deliveries.js';
import type { FlexOfferContent } from '../../flexoffers/flex-offer-content.js';
import type { VersionedDelivery } from '../replanned-interval.js';
import type { StandingMember } from '../standing-member.js';

/** For specs: the interval in which the profiles of all members start. */
export const START: IntervalIndex = 1_964_000;

/** For specs: bounds, default and present energy of one interval. */
export type Unit = readonly [
  lowerWh: WattHours,
  upperWh: WattHours,
  defaultWh: WattHours,
  presentWh: WattHours,
];

/** For specs: a member that starts at START; `changes` are of its offer. */
export function memberOf(
  id: string,
  units: readonly Unit[],
  changes: Partial<FlexOfferContent> = {},
): StandingMember {
  const offer: FlexOfferContent = {
    id,
    offeredById: `owner-of-${id}`,
    gridNode: 'z.a',
    creation: 0,
    acceptanceBefore: 0,
    assignmentBefore: 0,
    startAfter: START,
    startBefore: START,
    slices: units.map(([lowerWh, upperWh]) => ({ minDuration: 1, maxDuration: 1, lowerWh, upperWh })),
    defaultSchedule: { start: START, energiesWh: units.map(([, , usual]) => usual) },
    price: { up: 50_000, down: 50_000 },
    ...changes,
  };
  const schedule = { start: START, energiesWh: units.map(([, , , present]) => present) };
  return { offer, schedule, orderedWh: new Map() };
}

/** For specs: what members owe if everything that they change together was sold, a trade in each interval. */
export function deliveriesOf(members: readonly StandingMember[]): VersionedDelivery[] {
  const length = Math.max(...members.map(({ schedule }) => schedule.energiesWh.length));
  const sold = Array.from({ length }, (_, unit) => {
    const changeWh = members.reduce((sum, { offer, schedule }) => {
      return sum + (offer.defaultSchedule.energiesWh[unit] ?? 0) - (schedule.energiesWh[unit] ?? 0);
    }, 0);
    return { tradeId: `t${unit}`, buyerId: 'dso', interval: START + unit, changeWh, price: 0 };
  });
  return memberDeliveries(members, sold).map((delivery) => ({ ...delivery, version: 1 }));
}

/** For specs: members that know what they owe. */
export function owing(
  members: readonly StandingMember[],
  deliveries: readonly VersionedDelivery[],
): StandingMember[] {
  return members.map((member) => {
    const own = deliveries.filter(({ flexOfferId }) => flexOfferId === member.offer.id);
    return { ...member, orderedWh: new Map(own.map(({ interval, orderedWh }) => [interval, orderedWh])) };
  });
}

/** For specs: the narrowest bounds on running totals that hold for both the default and the present energies. */
export function runningTotalOf(units: readonly Unit[]): EnergyBounds[] {
  let [usual, present] = [0, 0];
  return units.map(([, , defaultWh, presentWh]) => {
    usual += defaultWh;
    present += presentWh;
    return { lowerWh: Math.min(usual, present), upperWh: Math.max(usual, present) };
  });
}
