import type { FlexOffer } from '../flex-offer.js';
import type { MarketMessage } from '../schema/market.js';
import { instantOf, type Instant } from '../time.js';
import type { EnergyForm } from './energy-form.js';
import { formatInstant } from './iso-instant.js';
import { tariffsOf } from './read-price.js';
import { writeTotals } from './write-totals.js';

/**
 * The form in which flexibility managers of the field send offers to their market. It has no field for the state, the
 * acceptance deadline, the grid node, the device and the schedules; instants are whole seconds; and an id that is not
 * the number of an earlier answer of the market is written as -1, a new offer. Constraints for which the form has no
 * words are written in the specification's: an offer must not promise more than it can do.
 */
export function writeMarket(offer: FlexOffer, form: EnergyForm): MarketMessage {
  return {
    id: marketId(offer.id),
    offeredById: offer.offeredById,
    assignment: 'obligatory',
    creationTime: formatInstant(wholeSeconds(offer.creation)),
    assignmentBeforeTime: formatInstant(wholeSeconds(offer.assignmentBefore)),
    startAfterTime: formatInstant(instantOf(offer.startAfter)),
    startBeforeTime: formatInstant(instantOf(offer.startBefore)),
    flexOfferProfileConstraints: offer.slices.map((slice) => ({
      minDuration: slice.minDuration,
      maxDuration: slice.maxDuration,
      energyConstraintList: [form.boundPair(slice)],
      tariffConstraint: tariffsOf(slice.price ?? offer.price, form.sign),
      ...form.kindsOf(slice),
    })),
    ...writeTotals(offer, form),
  };
}

function marketId(id: string): number {
  const number = Number(id);
  return Number.isSafeInteger(number) && number >= 0 && String(number) === id ? number : -1;
}

/** Down, so that a deadline never becomes later. */
function wholeSeconds(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}
