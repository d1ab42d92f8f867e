import { kwhOfWh } from '../energy/kwh.js';
import type { FlexOffer, Schedule, Slice } from '../flex-offer.js';
import { instantOf, intervalOf, INTERVAL_SECONDS } from '../time.js';
import { formatInstant } from './iso-instant.js';
import { tariffsOf } from './read-price.js';
import { turnBounds, turnEnergy, type SignConvention } from './sign.js';
import type { WireFlexOffer, WireSchedule, WireSlice } from './wire-flex-offer.js';

/** For whom a message is written. */
export interface WriteOptions {
  readonly sign: SignConvention;
}

/** The message of an offer, in the receiver's sign; `readFlexOffer` with the same sign gives the offer back. */
export function writeFlexOffer(offer: FlexOffer, { sign }: WriteOptions): WireFlexOffer {
  return {
    id: offer.id,
    state: offer.state,
    ...(offer.stateReason === undefined ? {} : { stateReason: offer.stateReason }),
    offeredById: offer.offeredById,
    ...(offer.deviceId === undefined ? {} : { deviceId: offer.deviceId }),
    ...(offer.flexibilityId === undefined ? {} : { flexibilityId: offer.flexibilityId }),
    locationID: offer.gridNode,
    ...writeTimes(offer),
    flexOfferProfileConstraints: offer.slices.map((slice) => writeSlice(slice, offer, sign)),
    ...writeTotal(offer, sign),
    defaultSchedule: writeSchedule(offer.defaultSchedule, { sign }),
    ...(offer.schedule === undefined ? {} : { flexOfferSchedule: writeSchedule(offer.schedule, { sign }) }),
  };
}

/** The message of a schedule, one slice for each interval. */
export function writeSchedule(schedule: Schedule, { sign }: WriteOptions): WireSchedule {
  return {
    startTime: formatInstant(instantOf(schedule.start)),
    numSecondsPerInterval: INTERVAL_SECONDS,
    scheduleSlices: schedule.energiesWh.map((energy) => ({
      duration: 1,
      energyAmount: kwhOfWh(turnEnergy(energy, sign)),
    })),
  };
}

function writeTimes(offer: FlexOffer) {
  return {
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
  };
}

function writeSlice(slice: Slice, { price }: FlexOffer, sign: SignConvention): WireSlice {
  const { lowerWh, upperWh } = turnBounds(slice, sign);
  return {
    minDuration: slice.minDuration,
    maxDuration: slice.maxDuration,
    energyConstraintList: [{ lowerBound: kwhOfWh(lowerWh), upperBound: kwhOfWh(upperWh) }],
    tariffConstraint: tariffsOf(price, sign),
  };
}

function writeTotal(
  { totalEnergy }: FlexOffer,
  sign: SignConvention,
): Pick<WireFlexOffer, 'totalEnergyConstraint'> {
  if (totalEnergy === undefined) return {};
  const { lowerWh, upperWh } = turnBounds(totalEnergy, sign);
  return { totalEnergyConstraint: { lower: kwhOfWh(lowerWh), upper: kwhOfWh(upperWh) } };
}
