import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';
import { differenceOf, energyIn, type EnergyByInterval } from './energy-by-interval.js';
import { moveTowards } from './move-towards.js';
import { openEnergies } from './open-energies.js';
import type { StandingMember } from './standing-member.js';
import { takeOver } from './take-over.js';

/**
 * A member that keeps its constraints gives less when the others cannot take all, and may then have to give less
 * elsewhere too, and so on. Two or three rounds are usual; after so many nothing is re-planned at all.
 */
const MOST_ROUNDS = 32;

/** Who leaves its schedule, and whether its offer still binds it: a canceled one may do as it likes. */
export interface LeavingMember extends Omit<StandingMember, 'orderedWh'> {
  readonly bound: boolean;
}

/** What becomes of the schedules of an aggregate when one of its members leaves its own. */
export interface Replan {
  /** Of every member that moves, by offer id. Over all members and the one that leaves, each interval keeps its sum. */
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** What is left of the schedule of the one that leaves: its default where the others do its part, else as before. */
  readonly leaving: Schedule;
}

/**
 * Brings a member back to its default and has the others do what it then does not do, as far as they can:
 *
 * ```
 *                       firstOpen
 * default      2    2    2    2
 * leaving      0    0    0    0    ──▶    0    0    2    1
 * another      2    2    2    2    ──▶    2    2    0    1        its least is 0 and 1
 * sum          2    2    2    2           2    2    2    2
 * ```
 * @param others by offer id, without the one that leaves
 * @param firstOpen before it nothing changes
 */
export function rePlan(
  leaving: LeavingMember,
  others: readonly StandingMember[],
  firstOpen: IntervalIndex,
): Replan {
  const wanted = differenceOf(leaving.schedule, leaving.offer.defaultSchedule, firstOpen);
  let given = leaving.bound ? feasiblyGiven(leaving, wanted, firstOpen) : wanted;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const schedules = schedulesOf(takeOver(given, others, firstOpen), others);
    const taken = takenBy(schedules, others, firstOpen);
    const feasible = leaving.bound ? feasiblyGiven(leaving, taken, firstOpen) : taken;
    if (isSame(feasible, taken)) return { schedules, leaving: without(leaving.schedule, taken) };
    given = feasible;
  }
  return { schedules: new Map(), leaving: leaving.schedule };
}

/** The most of `wanted` that a member can leave to others and still keep its own constraints. */
function feasiblyGiven(
  { offer, schedule }: LeavingMember,
  wanted: EnergyByInterval,
  firstOpen: IntervalIndex,
): EnergyByInterval {
  const set = openEnergies({ offer, schedule, orderedWh: new Map() }, firstOpen);
  if (set === undefined) return new Map();
  const wished = schedule.energiesWh.map((energy, unit) => energy - (wanted.get(schedule.start + unit) ?? 0));
  const energiesWh = moveTowards(offer, set, schedule.energiesWh, wished);
  return differenceOf(schedule, { ...schedule, energiesWh }, firstOpen);
}

function schedulesOf(
  energies: ReturnType<typeof takeOver>,
  others: readonly StandingMember[],
): ReadonlyMap<string, Schedule> {
  return new Map(
    others.flatMap(({ offer: { id }, schedule }) => {
      const energiesWh = energies.get(id);
      return energiesWh === undefined ? [] : [[id, { ...schedule, energiesWh }] as const];
    }),
  );
}

function takenBy(
  schedules: ReadonlyMap<string, Schedule>,
  others: readonly StandingMember[],
  firstOpen: IntervalIndex,
): EnergyByInterval {
  const taken = new Map<IntervalIndex, WattHours>();
  for (const { offer, schedule } of others)
    for (const [interval, energy] of differenceOf(schedules.get(offer.id) ?? schedule, schedule, firstOpen))
      taken.set(interval, (taken.get(interval) ?? 0) + energy);
  return taken;
}

/** A schedule less some energies, which may lie before and after it. */
function without(schedule: Schedule, less: EnergyByInterval): Schedule {
  let first = schedule.start;
  let end = first + schedule.energiesWh.length;
  for (const interval of less.keys()) {
    first = Math.min(first, interval);
    end = Math.max(end, interval + 1);
  }
  const energiesWh = Array.from({ length: end - first }, (_, unit) => {
    return energyIn(schedule, first + unit) - (less.get(first + unit) ?? 0);
  });
  return energiesWh.length === schedule.energiesWh.length
    ? { ...schedule, energiesWh }
    : { start: first, energiesWh };
}

function isSame(some: EnergyByInterval, others: EnergyByInterval): boolean {
  return (
    some.size === others.size && [...some].every(([interval, energy]) => others.get(interval) === energy)
  );
}
