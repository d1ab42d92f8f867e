import type { Aggregate } from '../aggregation/aggregate-of.js';
import type { Member } from '../aggregation/sum-members.js';
import { shareInProportion } from '../energy/share-in-proportion.js';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { unitBounds, type UnitBounds } from '../feasibility/unit-bounds.js';
import type { Schedule, WattHours } from '../flex-offer.js';
import type { Result } from '../result.js';

/** A member at work: its energies start as its default and move within its bounds. */
interface Share {
  readonly member: Member;
  readonly bounds: UnitBounds;
  readonly energiesWh: WattHours[];
}

/**
 * The schedule of each member, by offer id, for a schedule of the aggregate: each feasible for its own offer, and in
 * every interval summing exactly to the aggregate's energy. A schedule outside the aggregate is refused with reasons.
 *
 * All members start as much after (or before) their default start as the aggregate after its own. In each interval
 * the difference from the sum of the members' defaults is shared in proportion to the room that each has in that
 * direction, in whole watt-hours by largest remainder, ties to the smaller id. So nobody moves against the trade,
 * and whoever has no room keeps its default.
 */
export function disaggregate(aggregate: Aggregate, schedule: Schedule): Result<Map<string, Schedule>> {
  const faults = scheduleFaults(aggregate.offer, schedule);
  if (faults.length > 0) return { ok: false, faults };
  const shares = aggregate.members.map((member) => ({
    member,
    bounds: unitBounds(member.offer),
    energiesWh: [...member.offer.defaultSchedule.energiesWh],
  }));
  schedule.energiesWh.forEach((energy, interval) => shareInterval(shares, interval, energy));
  const shift = schedule.start - aggregate.offer.defaultSchedule.start;
  const scheduleOf = ({ member: { offer }, energiesWh }: Share): [string, Schedule] => [
    offer.id,
    { start: offer.defaultSchedule.start + shift, energiesWh },
  ];
  return { ok: true, value: new Map(shares.map(scheduleOf)) };
}

/** Moves the members that run in an interval of the aggregate from their defaults to the scheduled sum. */
function shareInterval(shares: readonly Share[], interval: number, energyWh: WattHours): void {
  const running = shares
    .map((share) => ({ share, unit: interval - share.member.offsetIntervals }))
    .filter(({ share, unit }) => unit >= 0 && unit < share.energiesWh.length);
  const defaults = running.map(({ share, unit }) => share.energiesWh[unit] ?? 0);
  const difference = energyWh - defaults.reduce((sum, each) => sum + each, 0);
  if (difference === 0) return;
  const rooms = running.map(({ share, unit }, index) =>
    roomOf(share, unit, defaults[index] ?? 0, difference),
  );
  const moves = shareInProportion(Math.abs(difference), rooms);
  running.forEach(({ share, unit }, index) => {
    share.energiesWh[unit] = (defaults[index] ?? 0) + Math.sign(difference) * (moves[index] ?? 0);
  });
}

function roomOf({ bounds }: Share, unit: number, energyWh: WattHours, direction: number): WattHours {
  return direction > 0
    ? (bounds.upperWh[unit] ?? energyWh) - energyWh
    : energyWh - (bounds.lowerWh[unit] ?? energyWh);
}
