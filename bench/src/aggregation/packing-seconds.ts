import { type AggregateOptions, type FlexOffer, OfferColumns, offerPacker } from '#flexoffer';
import { elapsedSeconds } from '#clock';
import { WrongResult } from '../benchmark.js';
import { workload, type WorkloadOffer } from '../workload/workload.js';

/** So many offers exist as objects at once, however many are measured. */
const MOST_AT_ONCE = 10_000;
const MILLISECONDS_PER_INTERVAL = 900_000;

const OPTIONS: AggregateOptions = {
  zoneDepth: 2,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'aggregator',
};

/** Seconds to put so many FlexOffers, which are there as objects, into columns. */
export function packingSeconds(size: number): number {
  const offers = workload();
  const columns = new OfferColumns(size, 12 * size);
  const pack = offerPacker(OPTIONS);
  let seconds = 0;
  for (let done = 0; done < size; done += MOST_AT_ONCE) {
    const batch = Array.from({ length: Math.min(MOST_AT_ONCE, size - done) }, () =>
      flexOffer(offers.next().value),
    );
    const start = elapsedSeconds();
    for (const offer of batch) {
      const { placement, energies } = pack(offer);
      columns.add({ ...placement, category: 0 }, energies);
    }
    seconds += elapsedSeconds() - start;
  }
  if (columns.end !== size) throw new WrongResult(`${columns.end} of ${size} offers are in the columns`);
  return seconds;
}

function flexOffer({
  id,
  startAfterInterval,
  startBeforeInterval,
  lowerWh,
  upperWh,
}: WorkloadOffer): FlexOffer {
  const deadline = startAfterInterval * MILLISECONDS_PER_INTERVAL;
  return {
    id: `fo-${id}`,
    state: 'accepted',
    offeredById: 'p-1',
    gridNode: 'z.a.cp1',
    creation: deadline,
    acceptanceBefore: deadline,
    assignmentBefore: deadline,
    startAfter: startAfterInterval,
    startBefore: startBeforeInterval,
    slices: lowerWh.map((lower, unit) => ({
      minDuration: 1,
      maxDuration: 1,
      lowerWh: lower,
      upperWh: upperWh[unit] ?? lower,
    })),
    defaultSchedule: { start: startAfterInterval, energiesWh: lowerWh },
    price: { up: 0, down: 0 },
  };
}
