import { memberEnergies } from '../aggregation/member-energies.js';
import type { Member } from '../aggregation/member.js';
import type { WattHours } from '../flex-offer.js';
import { shareOfFirst } from './share-cumulatively.js';

/**
 * What disaggregation must know of the members of one aggregate, in columns, so that it can be kept and read back at
 * little cost. Plain JSON; energies are consumption-positive, whole Wh, of all members one after the other.
 */
export interface PackedMembers {
  /** By member: how many intervals after the aggregate it starts. */
  readonly offsets: readonly number[];
  /** By member: how many intervals it has. */
  readonly lengths: readonly number[];
  readonly lowerWh: readonly WattHours[];
  readonly defaultWh: readonly WattHours[];
  readonly upperWh: readonly WattHours[];
}

/** Members, in the order of the aggregate. They must have passed the acceptance rules. */
export function packMembers(members: readonly Member[]): PackedMembers {
  const energies = members.map(({ offer }) => memberEnergies(offer));
  return {
    offsets: members.map(({ offsetIntervals }) => offsetIntervals),
    lengths: energies.map(({ defaultWh }) => defaultWh.length),
    lowerWh: energies.flatMap(({ lowerWh }) => lowerWh),
    defaultWh: energies.flatMap(({ defaultWh }) => defaultWh),
    upperWh: energies.flatMap(({ upperWh }) => upperWh),
  };
}

/**
 * The energies of all members, one after the other, for the energies of the aggregate: what `disaggregate` makes of
 * them pro rata. A single member does what the aggregate does.
 *
 * @throws RangeError for energies that the members together cannot have: whoever asks has checked the schedule
 *   against the aggregate
 */
export function disaggregatePacked(
  members: PackedMembers,
  energiesWh: readonly WattHours[],
): readonly WattHours[] {
  if (members.lengths.length === 1) return energiesWh;
  const work = energiesWh.map((energyWh): IntervalWork => ({
    moveWh: energyWh,
    room: 0,
    seen: 0,
    shared: 0,
  }));
  eachUnit(members, work, (interval, unit) => (interval.moveWh -= members.defaultWh[unit]!));
  eachUnit(members, work, (interval, unit) => (interval.room += roomOf(members, interval, unit)));
  if (work.some(({ moveWh, room }) => Math.abs(moveWh) > room))
    throw new RangeError('the members cannot have the energies that the aggregate should have');
  const shares = new Array<WattHours>(members.defaultWh.length);
  eachUnit(members, work, (interval, unit) => (shares[unit] = shareOf(members, interval, unit)));
  return shares;
}

/** One interval of the aggregate at work. */
interface IntervalWork {
  /** By how much the members together leave their defaults. */
  moveWh: WattHours;
  /** How much they could move in that direction. */
  room: WattHours;
  /** The part of the room that was seen so far, and of the move that was shared out. */
  seen: WattHours;
  shared: WattHours;
}

/** Visits each interval of each member, in order. */
function eachUnit(
  { offsets, lengths }: PackedMembers,
  work: readonly IntervalWork[],
  visit: (interval: IntervalWork, unit: number) => void,
): void {
  let unit = 0;
  for (let member = 0; member < offsets.length; member += 1) {
    const from = offsets[member]!;
    const end = from + lengths[member]!;
    for (let place = from; place < end; place += 1, unit += 1) visit(work[place]!, unit);
  }
}

function roomOf(
  { lowerWh, defaultWh, upperWh }: PackedMembers,
  { moveWh }: IntervalWork,
  unit: number,
): WattHours {
  return moveWh > 0 ? upperWh[unit]! - defaultWh[unit]! : defaultWh[unit]! - lowerWh[unit]!;
}

function shareOf(members: PackedMembers, interval: IntervalWork, unit: number): WattHours {
  const usual = members.defaultWh[unit]!;
  const { moveWh, room } = interval;
  if (moveWh === 0) return usual;
  interval.seen += roomOf(members, interval, unit);
  const together = shareOfFirst(Math.abs(moveWh), interval.seen, room);
  const own = together - interval.shared;
  interval.shared = together;
  return moveWh > 0 ? usual + own : usual - own;
}
