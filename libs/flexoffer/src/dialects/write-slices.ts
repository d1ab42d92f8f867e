import type { FlexOffer, Slice } from '../flex-offer.js';
import type { SlicesMessage } from '../schema/slices.js';
import { instantOf, INTERVAL_SECONDS } from '../time.js';
import type { EnergyForm } from './energy-form.js';
import { formatOffsetInstant } from './iso-instant.js';
import { tariffsOf } from './read-price.js';
import { capitalState } from './wire-state.js';
import { ownerOf } from './write-owner.js';
import { slicesSchedule } from './write-schedule.js';
import { writeTotals } from './write-totals.js';

/**
 * The older form. Its slices have one duration: variable ones are held at those of the default schedule, which gives up
 * flexibility but promises none that there is not. It has no field for the grid node.
 */
export function writeSlices(offer: FlexOffer, form: EnergyForm): SlicesMessage {
  const { schedule } = offer;
  const slices = heldSlices(offer);
  return {
    id: offer.id,
    state: capitalState(offer.state),
    ...(offer.stateReason === undefined ? {} : { stateReason: offer.stateReason }),
    ...ownerOf(offer),
    ...times(offer, slices),
    slices: slices.map((slice) => ({
      durationSeconds: slice.minDuration * INTERVAL_SECONDS,
      energyConstraint: form.pair(slice),
      ...pricesOf(slice, offer, form),
      ...form.kindsOf(slice),
    })),
    defaultSchedule: slicesSchedule(offer.defaultSchedule, slices, form),
    ...(schedule === undefined ? {} : { flexOfferSchedule: slicesSchedule(schedule, slices, form) }),
    ...writeTotals(offer, form),
  };
}

function heldSlices({ slices, defaultSchedule }: FlexOffer): readonly Slice[] {
  return slices.map((slice, index) => {
    const duration = defaultSchedule.durations?.[index] ?? slice.minDuration;
    return { ...slice, minDuration: duration, maxDuration: duration };
  });
}

/** One price for both directions has a field of its own. */
function pricesOf(slice: Slice, offer: FlexOffer, form: EnergyForm) {
  const price = slice.price ?? offer.price;
  const { minTariff, maxTariff } = tariffsOf(price, form.sign);
  if (price.up === price.down) return { costPerEnergyUnitLimit: maxTariff };
  return { tariffConstraint: { lower: minTariff, upper: maxTariff } };
}

function times(offer: FlexOffer, slices: readonly Slice[]) {
  const length = slices.reduce((sum, { minDuration }) => sum + minDuration, 0);
  const seconds = (instantOf(offer.startAfter) - offer.assignmentBefore) / 1000;
  return {
    creationTime: formatOffsetInstant(offer.creation),
    acceptanceBeforeTime: formatOffsetInstant(offer.acceptanceBefore),
    assignmentBeforeTime: formatOffsetInstant(offer.assignmentBefore),
    ...(Number.isInteger(seconds) && seconds >= 0 ? { assignmentBeforeDurationSeconds: seconds } : {}),
    startAfterTime: formatOffsetInstant(instantOf(offer.startAfter)),
    startBeforeTime: formatOffsetInstant(instantOf(offer.startBefore)),
    endAfterTime: formatOffsetInstant(instantOf(offer.startAfter + length)),
    endBeforeTime: formatOffsetInstant(instantOf(offer.startBefore + length)),
    durationSeconds: length * INTERVAL_SECONDS,
    numSecondsPerInterval: INTERVAL_SECONDS,
  } as const;
}
