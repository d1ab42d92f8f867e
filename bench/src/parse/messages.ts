import { formatInstant, instantOf, type IntervalIndex } from '#flexoffer';
import type { WorkloadOffer } from '../workload/workload.js';

/** Who sends every message of the workload. */
export const SENDER = 'p-1';

const MINIMUM_TARIFF = -0.05;
const MAXIMUM_TARIFF = 0.34417258124766537;

/** How one dialect names and writes what differs between the dialects. */
interface Form {
  readonly time: (interval: IntervalIndex) => string;
  readonly bounds: (lower: number, upper: number) => Readonly<Record<string, number>>;
}

const SPECIFICATION: Form = {
  time: (interval) => formatInstant(instantOf(interval)),
  bounds: (lowerBound, upperBound) => ({ lowerBound, upperBound }),
};

const DEMO_SITE: Form = {
  time: (interval) => formatInstant(instantOf(interval)).replace('Z', '.000+0000'),
  bounds: (lower, upper) => ({ lower, upper }),
};

/** The line of an offer as section 1 of the FlexOffer specification writes it: every instant as time and as interval. */
export function specificationLine(offer: WorkloadOffer): string {
  const { startAfterInterval, startBeforeInterval } = offer;
  return JSON.stringify({
    id: `fo-${offer.id}`,
    state: 'offered',
    offeredById: SENDER,
    locationID: 'z.a.cp1',
    numSecondsPerInterval: 900,
    ...instant(SPECIFICATION, 'creation', startAfterInterval - 8),
    ...instant(SPECIFICATION, 'acceptBefore', startAfterInterval - 4),
    ...instant(SPECIFICATION, 'assignmentBefore', startAfterInterval - 2),
    ...instant(SPECIFICATION, 'startAfter', startAfterInterval),
    ...instant(SPECIFICATION, 'startBefore', startBeforeInterval),
    flexOfferProfileConstraints: slices(SPECIFICATION, offer),
    defaultSchedule: {
      startTime: SPECIFICATION.time(startAfterInterval),
      numSecondsPerInterval: 900,
      scheduleSlices: middleKwh(offer).map((energyAmount) => ({ duration: 1, energyAmount })),
    },
  });
}

/** The line of an offer with the fields, the date format and the order of the demonstration sites' samples. */
export function demoSiteLine(offer: WorkloadOffer): string {
  const { startAfterInterval, startBeforeInterval } = offer;
  const [earliestEnd, latestEnd] = [startAfterInterval, startBeforeInterval].map(
    (start) => start + offer.lowerWh.length,
  );
  return JSON.stringify({
    id: `fo-${offer.id}`,
    label: `FlexOffer ${offer.id}`,
    state: 'Initial',
    stateReason: null,
    offeredById: SENDER,
    locationId: {},
    assignment: 'obligatory',
    flexOfferProfileConstraints: slices(DEMO_SITE, offer),
    flexOfferTariffConstraint: null,
    defaultSchedule: {
      scheduleId: 0,
      updateId: 0,
      scheduleSlices: middleKwh(offer).map((energyAmount) => ({ duration: 1, energyAmount, tariff: 0 })),
      startTime: DEMO_SITE.time(startAfterInterval),
    },
    flexOfferSchedule: null,
    ...instant(DEMO_SITE, 'creation', startAfterInterval - 8),
    ...instant(DEMO_SITE, 'acceptanceBefore', startAfterInterval - 4),
    ...instant(DEMO_SITE, 'assignmentBefore', startAfterInterval - 2),
    ...instant(DEMO_SITE, 'startAfter', startAfterInterval),
    ...instant(DEMO_SITE, 'startBefore', startBeforeInterval),
    ...instant(DEMO_SITE, 'endAfter', earliestEnd ?? startAfterInterval),
    ...instant(DEMO_SITE, 'endBefore', latestEnd ?? startBeforeInterval),
    numSecondsPerInterval: 900,
  });
}

function instant({ time }: Form, name: string, interval: IntervalIndex): Record<string, number | string> {
  return { [`${name}Time`]: time(interval), [`${name}Interval`]: interval };
}

function slices({ bounds }: Form, { lowerWh, upperWh }: WorkloadOffer): readonly object[] {
  return lowerWh.map((lower, unit) => ({
    minDuration: 1,
    maxDuration: 1,
    energyConstraintList: [bounds(lower / 1000, (upperWh[unit] ?? lower) / 1000)],
    tariffConstraint: { minTariff: MINIMUM_TARIFF, maxTariff: MAXIMUM_TARIFF },
  }));
}

function middleKwh({ lowerWh, upperWh }: WorkloadOffer): number[] {
  return lowerWh.map((lower, unit) => Math.floor((lower + (upperWh[unit] ?? lower)) / 2) / 1000);
}
