export * from './clearing.js';
export { clear, clearUnproven } from './clear.js';
export { plainBoundMicro, plainClearing } from './plain/plain-clearing.js';
export { clearingFaults } from './check/clearing-faults.js';
export { plan, type PlanningLimits } from './planning/plan.js';
export type {
  PlannedUnit,
  Plan,
  PlanningPart,
  PlanningProblem,
  PlanningUnit,
} from './planning/planning-problem.js';
export type {
  Balance,
  FollowTarget,
  LeastCost,
  Objective,
  ObjectiveTerm,
  PeakLimit,
  Series,
} from './planning/objective/objective.js';
export {
  planAggregated,
  planOffers,
  type AggregatedPlanning,
  type OffersPlan,
} from './planning/offers/plan-offers.js';
export { plannedMemberSchedules, plannedSchedule } from './planning/offers/planned-schedules.js';
export { planningUnitOf, planningUnitOfMembers } from './planning/offers/planning-unit-of.js';
