import { instantOf, type FlexOffer, type Slice } from '#flexoffer';
import { workloadOffers, type WorkloadOffer } from '../workload/workload.js';

const LEAD_INTERVALS = 8;

/**
 * The common workload as FlexOffers that can balance each other: offers of odd number produce what the workload says that
 * they use. By default all run at their earliest start, in the middle of their bounds.
 */
export function balancedOffers(count: number): FlexOffer[] {
  return workloadOffers(count).map(flexOfferOf);
}

function flexOfferOf(offer: WorkloadOffer): FlexOffer {
  const { id, startAfterInterval, startBeforeInterval } = offer;
  const slices = slicesOf(offer);
  const deadline = instantOf(startAfterInterval - 1);
  return {
    id: String(id).padStart(6, '0'),
    state: 'accepted',
    offeredById: 'prosumer',
    gridNode: 'z',
    creation: instantOf(startAfterInterval - LEAD_INTERVALS),
    acceptanceBefore: deadline,
    assignmentBefore: deadline,
    startAfter: startAfterInterval,
    startBefore: startBeforeInterval,
    slices,
    defaultSchedule: {
      start: startAfterInterval,
      energiesWh: slices.map(({ lowerWh, upperWh }) => Math.trunc((lowerWh + upperWh) / 2)),
    },
    price: { up: 0, down: 0 },
  };
}

function slicesOf({ id, lowerWh, upperWh }: WorkloadOffer): Slice[] {
  return lowerWh.map((lower, unit) => {
    const upper = upperWh[unit]!;
    const bounds = id % 2 === 1 ? { lowerWh: -upper, upperWh: -lower } : { lowerWh: lower, upperWh: upper };
    return { minDuration: 1, maxDuration: 1, ...bounds };
  });
}
