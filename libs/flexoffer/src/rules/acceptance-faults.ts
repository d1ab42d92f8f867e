import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { AcceptanceContext } from './acceptance-context.js';
import { acceptanceStillOpen } from './acceptance-still-open.js';
import { assignmentStillOpen } from './assignment-still-open.js';
import { atLeastOneSlice } from './at-least-one-slice.js';
import { createdInThePast } from './created-in-the-past.js';
import { deadlinesInOrder } from './deadlines-in-order.js';
import { defaultScheduleFeasible } from './default-schedule-feasible.js';
import { dependencyDurations } from './dependency-durations.js';
import { dependencyNotEmpty } from './dependency-not-empty.js';
import { dependencyRows } from './dependency-rows.js';
import { energiesWithinReason } from './energies-within-reason.js';
import { noMoneyPump } from './no-money-pump.js';
import { pricesWithinReason } from './prices-within-reason.js';
import { probabilitiesBetween0And1 } from './probabilities-between-0-and-1.js';
import { profileWithinAWeek } from './profile-within-a-week.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';
import { runningTotalsReachable } from './running-totals-reachable.js';
import { scheduleFeasible } from './schedule-feasible.js';
import { sizesWithinLimits } from './sizes-within-limits.js';
import { sliceBoundsInOrder } from './slice-bounds-in-order.js';
import { sliceDurations } from './slice-durations.js';
import { textsWithinLimits } from './texts-within-limits.js';
import { thresholdReached } from './threshold-reached.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';
import { totalReachable } from './total-reachable.js';
import { totalWithinRunningTotals } from './total-within-running-totals.js';
import { uncertaintyPieces } from './uncertainty-pieces.js';
import { uncertaintyThreshold } from './uncertainty-threshold.js';
import { wellFormedGridNode } from './well-formed-grid-node.js';
import { wellFormedIds } from './well-formed-ids.js';
import { wellFormedTimes } from './well-formed-times.js';
import { windowInOrder } from './window-in-order.js';

/** Each rule is safe on any numbers, and says nothing about what another rule has already found broken. */
type AcceptanceRule = (offer: FlexOffer, context: AcceptanceContext) => readonly Fault[];

/** Rules about who, where and when, in the order in which their faults are told. */
const RULES_OF_THE_FRAME: readonly AcceptanceRule[] = [
  wellFormedIds,
  textsWithinLimits,
  wellFormedGridNode,
  wellFormedTimes,
  createdInThePast,
  deadlinesInOrder,
  acceptanceStillOpen,
  assignmentStillOpen,
  windowInOrder,
];

/** Rules about what and for how much: the slices, what binds them together, the schedules, the prices. */
const RULES_OF_THE_PROFILE: readonly AcceptanceRule[] = [
  atLeastOneSlice,
  sliceDurations,
  profileWithinAWeek,
  sliceBoundsInOrder,
  energiesWithinReason,
  totalBoundsInOrder,
  totalReachable,
  runningTotalsInOrder,
  runningTotalsReachable,
  totalWithinRunningTotals,
  dependencyRows,
  dependencyDurations,
  dependencyNotEmpty,
  uncertaintyThreshold,
  uncertaintyPieces,
  probabilitiesBetween0And1,
  thresholdReached,
  defaultScheduleFeasible,
  scheduleFeasible,
  pricesWithinReason,
  noMoneyPump,
];

/**
 * Every reason to reject an offer; empty if it can be accepted. Paths are fields of the offer's message, as the
 * FlexOffer specification (v1, section 1.4) names them. A profile that is larger than its limits is not looked into.
 */
export function acceptanceFaults(offer: FlexOffer, context: AcceptanceContext): Fault[] {
  const frame = RULES_OF_THE_FRAME.flatMap((rule) => rule(offer, context));
  const sizes = sizesWithinLimits(offer);
  const profile = sizes.length > 0 ? sizes : RULES_OF_THE_PROFILE.flatMap((rule) => rule(offer, context));
  return [...frame, ...profile];
}
