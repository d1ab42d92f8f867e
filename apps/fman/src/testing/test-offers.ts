import { intervalOf, type FlexOffer } from '#flexoffer';

/** For specs: 10:00, a gate every five minutes, the portfolio published a minute before each. */
export const START = Date.parse('2026-01-15T10:00:00Z');

export const minutes = (count: number): number => START + count * 60_000;

/** For specs: two intervals of 0 to 2 kWh from 12:00 on, 1 kWh each by default, tradable until 11:00. */
export function testOffer(id: string, changes: Partial<FlexOffer> = {}): FlexOffer {
  const startAfter = intervalOf(minutes(120));
  return {
    id,
    state: 'offered',
    offeredById: 'house-1',
    deviceId: `device-of-${id}`,
    flexibilityId: 'heat-pump',
    gridNode: 'z.a.cp1',
    creation: START,
    acceptanceBefore: minutes(30),
    assignmentBefore: minutes(60),
    startAfter,
    startBefore: startAfter + 4,
    slices: [
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
    ],
    defaultSchedule: { start: startAfter, energiesWh: [1000, 1000] },
    price: { up: 50_000, down: 60_000 },
    ...changes,
  };
}

/** For specs: the message of an offer as its owner would post it; 1 to 2 kWh in one interval. */
export function postedOffer(id: string, changes: object = {}): object {
  return {
    id,
    startAfterTime: new Date(minutes(120)).toISOString(),
    startBeforeTime: new Date(minutes(180)).toISOString(),
    assignmentBeforeTime: new Date(minutes(60)).toISOString(),
    acceptBeforeTime: new Date(minutes(30)).toISOString(),
    flexOfferProfileConstraints: [{ energyConstraintList: [{ lower: 1, upper: 2 }] }],
    ...changes,
  };
}
