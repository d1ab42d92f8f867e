import type { FlexOfferState } from '../flex-offer.js';

/** A state with a capital, as the Java peers write the names of their enumeration. */
export function capitalState(state: FlexOfferState): Capitalize<FlexOfferState> {
  return CAPITAL[state];
}

const CAPITAL = {
  initial: 'Initial',
  offered: 'Offered',
  accepted: 'Accepted',
  rejected: 'Rejected',
  assigned: 'Assigned',
  executed: 'Executed',
  invalid: 'Invalid',
  canceled: 'Canceled',
} as const satisfies Record<FlexOfferState, string>;
