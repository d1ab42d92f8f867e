import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { FlexOffer, Schedule } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { isCalendarInterval } from './calendar-instant.js';
import { dependencyDurations } from './dependency-durations.js';
import { dependencyNotEmpty } from './dependency-not-empty.js';
import { dependencyRows } from './dependency-rows.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';
import { runningTotalsReachable } from './running-totals-reachable.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';
import { totalReachable } from './total-reachable.js';
import { totalWithinRunningTotals } from './total-within-running-totals.js';
import { windowInOrder } from './window-in-order.js';
import { withoutDependency } from './without-dependency.js';

type Rule = (offer: FlexOffer) => readonly Fault[];

const RULES_OF_TOTAL: readonly Rule[] = [totalBoundsInOrder, totalReachable, totalWithinRunningTotals];
const RULES_OF_RUNNING_TOTALS: readonly Rule[] = [runningTotalsInOrder, runningTotalsReachable];
const RULES_OF_DEPENDENCY: readonly Rule[] = [dependencyRows, dependencyDurations, dependencyNotEmpty];

/**
 * What is wrong with a schedule of an offer that may have faults of its own: it is held against those constraints
 * that can be kept at all. A broken one has been told by its own rule, and no schedule could keep it.
 */
export function heldSchedule(offer: FlexOffer, schedule: Schedule, path: string): Fault[] {
  if (!hasSoundSlices(offer)) return [];
  return scheduleFaults(keptConstraints(offer, schedule), schedule).map((fault) => ({
    path: `${path}.${fault.path}`,
    message: fault.message,
  }));
}

function keptConstraints(offer: FlexOffer, { start }: Schedule): FlexOffer {
  const keeps = (rules: readonly Rule[]): boolean => rules.every((rule) => rule(offer).length === 0);
  const { totalEnergy, runningTotal, slices, ...others } = offer;
  const isWindow =
    isCalendarInterval(offer.startAfter) &&
    isCalendarInterval(offer.startBefore) &&
    windowInOrder(offer).length === 0;
  const isDependent = slices.some(({ dependency }) => dependency !== undefined);
  return {
    ...others,
    ...(isWindow ? {} : { startAfter: start, startBefore: start }),
    ...(totalEnergy !== undefined && keeps(RULES_OF_TOTAL) ? { totalEnergy } : {}),
    ...(runningTotal !== undefined && keeps(RULES_OF_RUNNING_TOTALS) ? { runningTotal } : {}),
    slices: isDependent && !keeps(RULES_OF_DEPENDENCY) ? withoutDependency(slices) : slices,
  };
}
