import type { FlexOffer, Slice } from '../flex-offer.js';
import type { AggregateOptions } from './aggregate-options.js';
import { zoneOf } from './zone.js';

type GroupingOptions = Omit<AggregateOptions, 'aggregatorId'>;

/**
 * Offers with the same key make one aggregate. Start and time flexibility fall into the cells of a fixed grid, so
 * that a group depends on its members alone and not on who came first:
 *
 * ```
 * tolerance 1   |  0   1  |  2   3  |  4   5  |      a cell is tolerance + 1 intervals wide
 * ```
 * Two offers closer than the tolerance can lie in neighbouring cells; two in one cell are never further apart.
 * The distance of the default start from the earliest start is part of the key: aligned defaults of the members
 * are what makes the sum of their default schedules a schedule of the aggregate.
 */
export function groupKey(offer: FlexOffer, options: GroupingOptions): string {
  if (!isPlain(offer)) return JSON.stringify(['alone', offer.id]);
  const { startToleranceIntervals, timeFlexibilityToleranceIntervals } = options;
  return JSON.stringify([
    'together',
    zoneOf(offer.gridNode, options.zoneDepth),
    direction(offer.slices),
    offer.price.up,
    offer.price.down,
    offer.defaultSchedule.start - offer.startAfter,
    cell(offer.startAfter, startToleranceIntervals),
    cell(offer.startBefore - offer.startAfter, timeFlexibilityToleranceIntervals),
  ]);
}

function cell(value: number, tolerance: number): number {
  return Math.floor(value / (tolerance + 1));
}

/** Only slice bounds, each of one duration: the kind whose sum is exact. */
function isPlain({ totalEnergy, slices }: FlexOffer): boolean {
  return (
    totalEnergy === undefined && slices.every(({ minDuration, maxDuration }) => minDuration === maxDuration)
  );
}

function direction(slices: readonly Slice[]): 'consumption' | 'production' | 'mixed' {
  if (slices.every(({ lowerWh }) => lowerWh >= 0)) return 'consumption';
  return slices.every(({ upperWh }) => upperWh <= 0) ? 'production' : 'mixed';
}
