import { energySetOf, type AskedPrice, type FlexOffer, type IntervalIndex, type Member } from '#flexoffer';
import type { PlanningPart, PlanningUnit } from '../planning-problem.js';

/**
 * An offer of any kind to be planned alone: it may start anywhere in its window, and its slices last their least duration.
 *
 * @param earliestStart no start before this one; absent: any
 */
export function planningUnitOf(offer: FlexOffer, earliestStart = -Infinity): PlanningUnit {
  return { id: offer.id, starts: startsOf(offer, earliestStart), parts: [partOf(offer)] };
}

/**
 * An aggregate to be planned as what its members can do together, exactly: nothing that they cannot do, and all that they
 * can. They start together, each at its offset, and the plan has the energies of each.
 *
 * Where no member has totals, the aggregate's own offer says the same with fewer numbers: plan that as an offer instead.
 */
export function planningUnitOfMembers(
  {
    id,
    offer,
    members,
  }: { readonly id: string; readonly offer: FlexOffer; readonly members: readonly Member[] },
  earliestStart = -Infinity,
): PlanningUnit {
  const parts = members.map((member) => ({
    ...partOf(member.offer),
    offsetIntervals: member.offsetIntervals,
  }));
  return { id, starts: startsOf(offer, earliestStart), parts };
}

function startsOf({ startAfter, startBefore }: FlexOffer, earliestStart: IntervalIndex): IntervalIndex[] {
  const first = Math.max(startAfter, earliestStart);
  return Array.from({ length: Math.max(0, startBefore - first + 1) }, (_, delay) => first + delay);
}

function partOf(offer: FlexOffer): PlanningPart {
  const { set } = energySetOf(offer);
  return { set, price: pricesOf(offer), defaultSchedule: offer.defaultSchedule };
}

/** One for each interval of the profile, if slices have prices of their own. */
function pricesOf({ slices, price }: FlexOffer): AskedPrice | readonly AskedPrice[] {
  if (slices.every((slice) => slice.price === undefined)) return price;
  return slices.flatMap((slice) => Array.from({ length: slice.minDuration }, () => slice.price ?? price));
}
