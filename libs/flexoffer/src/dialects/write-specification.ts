import type { FlexOffer } from '../flex-offer.js';
import type { WireFlexOffer } from '../schema/specification-1.js';
import type { Specification2Message } from '../schema/specification-2.js';
import { instantOf, intervalOf, INTERVAL_SECONDS } from '../time.js';
import type { EnergyForm } from './energy-form.js';
import { formatInstant } from './iso-instant.js';
import { tariffsOf } from './read-price.js';
import { specificationSchedule } from './write-schedule.js';
import { ownerOf } from './write-owner.js';
import { writeTotals } from './write-totals.js';

/** Section 1.4 of the specification: carries everything. */
export function writeSpecification1(offer: FlexOffer, form: EnergyForm): WireFlexOffer {
  const { schedule } = offer;
  return {
    ...head(offer),
    flexOfferProfileConstraints: offer.slices.map((slice) => ({
      minDuration: slice.minDuration,
      maxDuration: slice.maxDuration,
      energyConstraintList: [form.boundPair(slice)],
      tariffConstraint: tariffsOf(slice.price ?? offer.price, form.sign),
      ...form.kindsOf(slice),
    })),
    ...writeTotals(offer, form),
    defaultSchedule: specificationSchedule(offer.defaultSchedule, form),
    ...(schedule === undefined ? {} : { flexOfferSchedule: specificationSchedule(schedule, form) }),
  };
}

/** Section 2 of the specification: the same under other names. Carries everything. */
export function writeSpecification2(offer: FlexOffer, form: EnergyForm): Specification2Message {
  const { schedule } = offer;
  return {
    ...head(offer),
    flexOfferProfileConstraints: offer.slices.map((slice) => {
      const { minTariff, maxTariff } = tariffsOf(slice.price ?? offer.price, form.sign);
      return {
        minDuration: slice.minDuration,
        maxDuration: slice.maxDuration,
        energyConstraintList: [form.pair(slice)],
        priceConstraint: { minPrice: minTariff, maxPrice: maxTariff },
        ...form.kindsOf(slice),
      };
    }),
    ...writeTotals(offer, form),
    defaultSchedule: specificationSchedule(offer.defaultSchedule, form),
    ...(schedule === undefined ? {} : { schedule: specificationSchedule(schedule, form) }),
  };
}

function head(offer: FlexOffer) {
  return {
    id: offer.id,
    state: offer.state,
    ...(offer.stateReason === undefined ? {} : { stateReason: offer.stateReason }),
    ...ownerOf(offer),
    locationID: offer.gridNode,
    numSecondsPerInterval: INTERVAL_SECONDS,
    creationTime: formatInstant(offer.creation),
    creationInterval: intervalOf(offer.creation),
    acceptBeforeTime: formatInstant(offer.acceptanceBefore),
    acceptBeforeInterval: intervalOf(offer.acceptanceBefore),
    assignmentBeforeTime: formatInstant(offer.assignmentBefore),
    assignmentBeforeInterval: intervalOf(offer.assignmentBefore),
    startAfterTime: formatInstant(instantOf(offer.startAfter)),
    startAfterInterval: offer.startAfter,
    startBeforeTime: formatInstant(instantOf(offer.startBefore)),
    startBeforeInterval: offer.startBefore,
  } as const;
}
