import {
  aggregate,
  disaggregate,
  type AggregateOptions,
  type FlexOffer,
  type Schedule,
  type SharePolicyName,
} from '#flexoffer';
import type { Objective } from '../objective/objective.js';
import { plan, type PlanningLimits } from '../plan.js';
import type { PlannedUnit, Plan } from '../planning-problem.js';
import { plannedSchedule } from './planned-schedules.js';
import { planningUnitOf } from './planning-unit-of.js';

export interface OffersPlan {
  /** By offer id: feasible for the offer, of whatever kind. */
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** What was planned to get there; of aggregates, the plan for the aggregates. */
  readonly plan: Plan;
}

export interface AggregatedPlanning {
  readonly aggregation: AggregateOptions;
  /** How the members of an aggregate share its energy; absent: pro rata. */
  readonly share?: SharePolicyName;
}

/**
 * Plans every offer for itself.
 *
 * @throws RangeError for two offers with one id, and for an offer that nothing satisfies
 */
export function planOffers(
  offers: readonly FlexOffer[],
  objective: Objective,
  limits?: PlanningLimits,
): OffersPlan {
  const made = plan({ units: offers.map((offer) => planningUnitOf(offer)), objective }, limits);
  const schedules = offers.map(({ id }) => [id, plannedSchedule(plannedOf(made, id))] as const);
  return { schedules: new Map(schedules), plan: made };
}

/**
 * Plans few aggregates instead of many offers, and answers the schedules of the offers. The totals are the same; cost and
 * bound of the plan are those of the aggregates, which can do less than their members.
 *
 * @throws Error if two offers have one id; RangeError for an offer that nothing satisfies
 */
export function planAggregated(
  offers: readonly FlexOffer[],
  objective: Objective,
  { aggregation, share }: AggregatedPlanning,
  limits?: PlanningLimits,
): OffersPlan {
  const aggregates = aggregate(offers, aggregation);
  const made = plan({ units: aggregates.map(({ offer }) => planningUnitOf(offer)), objective }, limits);
  const schedules = new Map<string, Schedule>();
  for (const each of aggregates) {
    const members = disaggregate(each, plannedSchedule(plannedOf(made, each.id)), share);
    if (!members.ok)
      throw new Error(
        `${each.id} was planned wrongly: ${members.faults.map(({ message }) => message).join(', ')}`,
      );
    for (const [id, schedule] of members.value) schedules.set(id, schedule);
  }
  return { schedules, plan: made };
}

function plannedOf({ units }: Plan, id: string): PlannedUnit {
  const planned = units.get(id);
  if (planned === undefined) throw new Error(`the plan leaves ${id} out`);
  return planned;
}
