import type { Aggregate } from '../aggregation/aggregate-of.js';
import { memberEnergies, type MemberEnergies } from '../aggregation/member-energies.js';
import { memberPrices } from '../aggregation/member-prices.js';
import type { Member } from '../aggregation/member.js';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { AskedPrice, Schedule, WattHours } from '../flex-offer.js';
import type { Result } from '../result.js';
import { SHARE_POLICIES, type SharePolicyName } from './share-policy.js';

/** A member at work: its energies start as its default and move within its bounds. */
interface Share {
  readonly member: Member;
  readonly bounds: MemberEnergies;
  readonly prices: readonly AskedPrice[];
  readonly energiesWh: WattHours[];
}

/** One interval of a member's profile. */
interface Unit {
  readonly share: Share;
  readonly unit: number;
}

/**
 * The schedule of each member, by offer id, for a schedule of the aggregate: each feasible for its own offer, of
 * whatever kind, and in every interval summing exactly to the aggregate's energy. A schedule outside the aggregate is
 * refused with all reasons, and never repaired.
 *
 * A member starts as much after the aggregate as it does in the aggregate. In each interval the difference from the
 * sum of the members' defaults is shared among those that have room in that direction, as the policy says: 'pro-rata'
 * in proportion to the room, 'marginal-cost' the cheapest first; in whole watt-hours, in the order of the members (see
 * `shareCumulatively`). So nobody moves against the trade, and whoever has no room keeps its default. The schedule of
 * a single member is the aggregate's.
 */
export function disaggregate(
  aggregate: Aggregate,
  schedule: Schedule,
  policy: SharePolicyName = 'pro-rata',
): Result<Map<string, Schedule>> {
  const faults = scheduleFaults(aggregate.offer, schedule);
  if (faults.length > 0) return { ok: false, faults };
  const [first, second] = aggregate.members;
  if (first !== undefined && second === undefined)
    return { ok: true, value: new Map([[first.offer.id, schedule]]) };
  const shares = aggregate.members.map(shareOf);
  unitsByInterval(shares, schedule.energiesWh.length).forEach((units, interval) =>
    shareInterval(units, schedule.energiesWh[interval] ?? 0, policy),
  );
  return { ok: true, value: new Map(shares.map((share) => scheduleOf(share, schedule))) };
}

function shareOf(member: Member): Share {
  const bounds = memberEnergies(member.offer);
  return { member, bounds, prices: memberPrices(member.offer), energiesWh: [...bounds.defaultWh] };
}

/** Who runs in each interval of the aggregate. */
function unitsByInterval(shares: readonly Share[], length: number): readonly (readonly Unit[])[] {
  const intervals = Array.from({ length }, (): Unit[] => []);
  for (const share of shares)
    share.energiesWh.forEach((_, unit) =>
      intervals[share.member.offsetIntervals + unit]?.push({ share, unit }),
    );
  return intervals;
}

/** Moves the members that run in an interval of the aggregate from their defaults to the scheduled sum. */
function shareInterval(units: readonly Unit[], energyWh: WattHours, policy: SharePolicyName): void {
  const defaults = units.reduce((sum, { share, unit }) => sum + (share.energiesWh[unit] ?? 0), 0);
  const difference = energyWh - defaults;
  if (difference === 0) return;
  const direction = Math.sign(difference);
  const moves = SHARE_POLICIES[policy](
    Math.abs(difference),
    units.map((unit) => recipientOf(unit, direction)),
  );
  units.forEach(({ share, unit }, index) => {
    share.energiesWh[unit] = (share.energiesWh[unit] ?? 0) + direction * (moves[index] ?? 0);
  });
}

function recipientOf({ share: { bounds, prices }, unit }: Unit, direction: number) {
  const usual = bounds.defaultWh[unit] ?? 0;
  const price = prices[unit];
  return direction > 0
    ? { room: (bounds.upperWh[unit] ?? usual) - usual, priceMicroPerKwh: price?.up ?? 0 }
    : { room: usual - (bounds.lowerWh[unit] ?? usual), priceMicroPerKwh: price?.down ?? 0 };
}

/** Slices of variable duration last as long as in the member's default. */
function scheduleOf({ member: { offer, offsetIntervals }, energiesWh }: Share, { start }: Schedule) {
  const { durations } = offer.defaultSchedule;
  const schedule: Schedule = { start: start + offsetIntervals, energiesWh };
  return [offer.id, durations === undefined ? schedule : { ...schedule, durations }] as const;
}
