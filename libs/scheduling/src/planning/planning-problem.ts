import type { AskedPrice, EnergySet, IntervalIndex, Schedule, WattHours } from '#flexoffer';
import type { Objective } from './objective/objective.js';

/** Energies that start together with the unit that they belong to. */
export interface PlanningPart {
  /** How many intervals after the unit it starts; absent: none. */
  readonly offsetIntervals?: number;
  /** What it can do once the start is fixed. */
  readonly set: EnergySet;
  /**
   * What moving away from the default costs, one for each interval of the set if an array; absent: nothing. Energy that
   * costs `c` per kWh and earns as much when it is not used has `{ up: c, down: -c }`.
   */
  readonly price?: AskedPrice | readonly AskedPrice[];
  /** What happens if nobody asks for anything else; absent: no energy at all. Only prices refer to it. */
  readonly defaultSchedule?: Pick<Schedule, 'start' | 'energiesWh'>;
}

/**
 * What is planned as one: an offer, or an aggregate whose members move together.
 *
 * A part without totals that is alone is planned in the fastest way. Members of an exact aggregate enter as parts of
 * their own: together they can do exactly the sum of what each can do, and the plan says what each does.
 */
export interface PlanningUnit {
  readonly id: string;
  /** Where it may start; at least one, each once. */
  readonly starts: readonly IntervalIndex[];
  /** At least one. */
  readonly parts: readonly PlanningPart[];
}

export interface PlanningProblem {
  readonly units: readonly PlanningUnit[];
  readonly objective: Objective;
}

export interface PlannedUnit {
  readonly start: IntervalIndex;
  /** For each part, in their order, the energies of its intervals. */
  readonly energiesWh: readonly (readonly WattHours[])[];
}

export interface Plan {
  /** By unit id. */
  readonly units: ReadonlyMap<string, PlannedUnit>;
  /** The interval of the first entry of `totalWh`. */
  readonly firstInterval: IntervalIndex;
  /** What all units do together, in every interval that one of them or the objective reaches. */
  readonly totalWh: Float64Array;
  /** The objective and what the units ask, see `Objective` for the unit. */
  readonly cost: number;
  /** Proven: no plan costs less. */
  readonly lowerBound: number;
  /** Work done, in intervals looked at. */
  readonly work: number;
}
