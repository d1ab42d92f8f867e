import { createHash } from 'node:crypto';
import type { FlexOffer } from '../flex-offer.js';
import { instantOf } from '../time.js';
import type { AggregateOptions } from './aggregate-options.js';
import { flexibilityRetained, type FlexibilityRetained } from './flexibility-retained.js';
import { sumDefaults, sumSlices, type Member } from './sum-members.js';
import { zoneOf } from './zone.js';

/** One offer that stands for its members. */
export interface Aggregate {
  /** `ag-` and a digest of the member ids: the same members always have the same id. */
  readonly id: string;
  /** What is traded: an ordinary offer with the aggregate's id. */
  readonly offer: FlexOffer;
  /** By id. A member starts `offsetIntervals` after the aggregate. */
  readonly members: readonly Member[];
  readonly flexibilityRetained: FlexibilityRetained;
}

/**
 * The aggregate of one group of offers, sorted by id (see `groupKey` for what they have in common).
 *
 * ```
 * member A   startAfter 100, window 4   [1..2][1..3][0..1]
 * member B   startAfter 102, window 2               [2..4][0..2]
 * aggregate  startAfter 100, window 2   [1..2][1..3][2..5][0..2]     B at offset 2
 * ```
 */
export function aggregateOf(group: readonly FlexOffer[], options: AggregateOptions): Aggregate {
  const startAfter = least(group.map((offer) => offer.startAfter));
  const window = least(group.map((offer) => offer.startBefore - offer.startAfter));
  const members = group.map((offer) => ({ offer, offsetIntervals: offer.startAfter - startAfter }));
  const id = idOf(group);
  return {
    id,
    offer: { ...offerOf(members, startAfter, window), id, state: 'offered', ...placeOf(group, options) },
    members,
    flexibilityRetained: flexibilityRetained(group, window),
  };
}

function offerOf(
  members: readonly Member[],
  startAfter: number,
  window: number,
): Omit<FlexOffer, 'id' | 'state' | 'offeredById' | 'gridNode'> {
  const [first, ...others] = members;
  if (first === undefined) throw new Error('an aggregate needs a member');
  const { offer } = first;
  const startBefore = startAfter + window;
  const deadlines = deadlinesOf(members, instantOf(startBefore));
  if (others.length === 0) {
    const total = offer.totalEnergy === undefined ? {} : { totalEnergy: offer.totalEnergy };
    const { slices, defaultSchedule, price } = offer;
    return { ...deadlines, startAfter, startBefore, slices, ...total, defaultSchedule, price };
  }
  const start = startAfter + offer.defaultSchedule.start - offer.startAfter;
  const slices = sumSlices(members);
  const defaultSchedule = { start, energiesWh: sumDefaults(members, slices.length) };
  return { ...deadlines, startAfter, startBefore, slices, defaultSchedule, price: offer.price };
}

/** The earliest deadline of any member counts for all, and none lies after the aggregate's own latest start. */
function deadlinesOf(members: readonly Member[], latestStart: number) {
  const acceptanceBefore = least([latestStart, ...members.map(({ offer }) => offer.acceptanceBefore)]);
  const assignmentBefore = least([latestStart, ...members.map(({ offer }) => offer.assignmentBefore)]);
  const creation = least([acceptanceBefore, ...members.map(({ offer }) => offer.creation)]);
  return { creation, acceptanceBefore, assignmentBefore };
}

/** The common zone; the exact node if there is only one member. */
function placeOf(group: readonly FlexOffer[], { aggregatorId, zoneDepth }: AggregateOptions) {
  const node = group[0]?.gridNode ?? '';
  return { offeredById: aggregatorId, gridNode: group.length === 1 ? node : zoneOf(node, zoneDepth) };
}

function idOf(group: readonly FlexOffer[]): string {
  const digest = createHash('sha256').update(JSON.stringify(group.map(({ id }) => id)));
  return `ag-${digest.digest('hex').slice(0, 32)}`;
}

/** Not Math.min(...values): a group may have more members than a call may have arguments. */
function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}
