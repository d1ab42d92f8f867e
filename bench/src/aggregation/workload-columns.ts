import { OfferColumns, type Placement, type ProfileEnergies } from '#flexoffer';
import { workload, type WorkloadOffer } from '../workload/workload.js';

/** An offer of the workload as the aggregation takes it. */
export interface ColumnOffer {
  readonly placement: Placement;
  readonly profile: ProfileEnergies;
}

/** All offers are of one category; the default is the middle of the bounds, at the earliest start. */
export function columnOffer({
  startAfterInterval,
  startBeforeInterval,
  lowerWh,
  upperWh,
}: WorkloadOffer): ColumnOffer {
  const defaultWh = lowerWh.map((lower, unit) => Math.floor((lower + upperWh[unit]!) / 2));
  const offeredWh = lowerWh.reduce((sum, lower, unit) => sum + upperWh[unit]! - lower, 0);
  const after = startBeforeInterval - startAfterInterval;
  return {
    placement: { category: 0, anchor: startAfterInterval, before: 0, after, offeredWh },
    profile: { lowerWh, defaultWh, upperWh },
  };
}

/** The first offers of the workload in columns, and as many more as make one per cent. */
export interface WorkloadColumns {
  readonly columns: OfferColumns;
  readonly onePercentMore: readonly ColumnOffer[];
}

/** Offers become numbers one after the other, so that a million of them never exist as objects at once. */
export function workloadColumns(size: number): WorkloadColumns {
  const offers = workload();
  const columns = new OfferColumns(size, 12 * size);
  for (let index = 0; index < size; index += 1) {
    const { placement, profile } = columnOffer(offers.next().value);
    columns.add(placement, profile);
  }
  const onePercentMore = Array.from({ length: Math.floor(size / 100) }, () =>
    columnOffer(offers.next().value),
  );
  return { columns, onePercentMore };
}
