import { formatInstant, instantOf, kwhOfWh } from '#flexoffer';
import type { TradeOffer } from './offers.js';
import type { Round } from './round.js';

const ACCEPTANCE_MILLISECONDS = 3 * 60_000;

/** The body of the poll with which a device sends one offer. */
export function pollMessage(offer: TradeOffer, round: Round): string {
  const sentAt = formatInstant(round.polls);
  return JSON.stringify({
    messageId: offer.flexibilityId,
    sentAt,
    flexibilityData: [{ flexibilityId: offer.flexibilityId, flexOffer: flexOfferMessage(offer, round) }],
  });
}

/** In the names of the FlexOffer specification, v1; energies in kWh, prices per kWh. */
export function flexOfferMessage(offer: TradeOffer, round: Round): object {
  const tariff = offer.price / 1_000_000;
  return {
    creationTime: formatInstant(round.polls),
    acceptanceBeforeTime: formatInstant(round.polls + ACCEPTANCE_MILLISECONDS),
    assignmentBeforeTime: formatInstant(round.assignmentBefore),
    startAfterTime: formatInstant(instantOf(offer.startAfter)),
    startBeforeTime: formatInstant(instantOf(offer.startBefore)),
    numSecondsPerInterval: 900,
    flexOfferProfileConstraints: offer.slices.map(({ lowerWh, upperWh }) => ({
      minDuration: 1,
      maxDuration: 1,
      energyConstraintList: [{ lower: kwhOfWh(lowerWh), upper: kwhOfWh(upperWh) }],
      tariffConstraint: { minTariff: -tariff, maxTariff: tariff },
    })),
    defaultSchedule: {
      startTime: formatInstant(instantOf(offer.startAfter)),
      scheduleSlices: offer.defaultWh.map((energyWh) => ({ duration: 1, energyAmount: kwhOfWh(energyWh) })),
    },
  };
}
