import { formatInstant, instantOf } from '#flexoffer';
import { randomNumbers } from '../random.js';
import { deviceOf, ownerOf, zoneOf } from './community.js';
import type { GateRound } from './gate-round.js';

const SLICES = 8;
const WINDOW = 4;
/** Offers of one group start together, so that each group becomes one aggregate. */
export const MEMBERS = 100;
const BUYERS_A_ZONE = 4;

/** What an aggregator posts for one group of a zone; consumption-positive, kWh. */
export function groupOffers(round: GateRound, zone: number, group: number): object[] {
  const below = randomNumbers(zone * 1000 + group);
  const startAfter = round.firstStart + group;
  const price = (40 + 10 * below(3)) / 1000;
  return Array.from({ length: MEMBERS }, (_, member) => {
    const slices = Array.from({ length: SLICES }, () => {
      const lower = 100 + below(400);
      return { lower: lower / 1000, upper: (lower + 200 + below(800)) / 1000 };
    });
    return {
      id: `fo-${round.number}-${zone}-${group}-${member}`,
      offeredById: ownerOf(zone),
      deviceId: deviceOf(zone),
      locationID: zoneOf(zone),
      creationTime: formatInstant(round.begin),
      acceptanceBeforeTime: formatInstant(round.acceptanceBefore),
      assignmentBeforeTime: formatInstant(round.assignmentBefore),
      startAfterTime: formatInstant(instantOf(startAfter)),
      startBeforeTime: formatInstant(instantOf(startAfter + WINDOW)),
      flexOfferProfileConstraints: slices.map((bounds) => ({
        minDuration: 1,
        maxDuration: 1,
        energyConstraintList: [bounds],
        tariffConstraint: { minTariff: -price, maxTariff: price },
      })),
      defaultSchedule: {
        startTime: formatInstant(instantOf(startAfter)),
        scheduleSlices: slices.map(({ lower, upper }) => ({
          duration: 1,
          energyAmount: Math.round(500 * (lower + upper)) / 1000,
        })),
      },
    };
  });
}

/** Four buyers in each zone, two for less and two for more, at prices that vary from interval to interval. */
export function buyRequests(round: GateRound, zone: number, groups: number): object[] {
  const below = randomNumbers(zone + 7);
  const most = groups * MEMBERS * 100;
  const intervals = groups + SLICES + WINDOW;
  return Array.from({ length: BUYERS_A_ZONE }, (_, buyer) => ({
    requestId: `request-${round.number}-${zone}-${buyer}`,
    startTime: formatInstant(instantOf(round.firstStart)),
    intervalLength: 900,
    scheduleChange: Array.from(
      { length: intervals },
      () => ((buyer % 2 === 0 ? 1 : -1) * (1 + below(most))) / 1000,
    ),
    energyPrice: Array.from({ length: intervals }, () => (60 + 10 * below(20)) / 1000),
    gridNode: zoneOf(zone),
  }));
}
