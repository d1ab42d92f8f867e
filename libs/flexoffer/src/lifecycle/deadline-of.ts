import type { FlexOffer, FlexOfferState } from '../flex-offer.js';
import { instantOf, type Instant } from '../time.js';
import { LIFE_CYCLE_TABLE, type DeadlineName } from './life-cycle-table.js';

/** When the wait of an offer ends by itself, and in which state it then is. */
export interface Deadline {
  readonly at: Instant;
  readonly to: FlexOfferState;
}

/**
 * The deadline under which an offer stands in its present state; undefined in a final state. It has passed from `at`
 * on: at the instant itself it is too late to act.
 */
export function deadlineOf(offer: FlexOffer): Deadline | undefined {
  const effect = LIFE_CYCLE_TABLE.deadlines[offer.state];
  return effect && { at: instantOfDeadline(offer, effect.deadline), to: effect.to };
}

function instantOfDeadline(offer: FlexOffer, deadline: DeadlineName): Instant {
  return deadline === 'endOfDelivery' ? endOfDelivery(offer) : offer[deadline];
}

/** The end of the last interval of what the device does: its schedule, or without one its default schedule. */
function endOfDelivery({ schedule, defaultSchedule }: FlexOffer): Instant {
  const { start, energiesWh } = schedule ?? defaultSchedule;
  return instantOf(start + energiesWh.length);
}
