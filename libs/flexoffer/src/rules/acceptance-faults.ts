import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { AcceptanceContext } from './acceptance-context.js';
import { acceptanceStillOpen } from './acceptance-still-open.js';
import { assignmentStillOpen } from './assignment-still-open.js';
import { atLeastOneSlice } from './at-least-one-slice.js';
import { createdInThePast } from './created-in-the-past.js';
import { deadlinesInOrder } from './deadlines-in-order.js';
import { defaultScheduleFeasible } from './default-schedule-feasible.js';
import { energiesWithinReason } from './energies-within-reason.js';
import { pricesWithinReason } from './prices-within-reason.js';
import { profileWithinAWeek } from './profile-within-a-week.js';
import { scheduleFeasible } from './schedule-feasible.js';
import { sliceBoundsInOrder } from './slice-bounds-in-order.js';
import { sliceDurations } from './slice-durations.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';
import { totalReachable } from './total-reachable.js';
import { wellFormedGridNode } from './well-formed-grid-node.js';
import { wellFormedIds } from './well-formed-ids.js';
import { windowInOrder } from './window-in-order.js';

type AcceptanceRule = (offer: FlexOffer, context: AcceptanceContext) => readonly Fault[];

/** Every rule, in the order in which faults are told: who and where, when, what, and for how much. */
const RULES: readonly AcceptanceRule[] = [
  wellFormedIds,
  wellFormedGridNode,
  createdInThePast,
  deadlinesInOrder,
  acceptanceStillOpen,
  assignmentStillOpen,
  windowInOrder,
  atLeastOneSlice,
  sliceDurations,
  profileWithinAWeek,
  sliceBoundsInOrder,
  energiesWithinReason,
  totalBoundsInOrder,
  totalReachable,
  defaultScheduleFeasible,
  scheduleFeasible,
  pricesWithinReason,
];

/** Every reason to reject an offer; empty if it can be accepted. Paths are fields of the offer's message. */
export function acceptanceFaults(offer: FlexOffer, context: AcceptanceContext): Fault[] {
  return RULES.flatMap((rule) => rule(offer, context));
}
