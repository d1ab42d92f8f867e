import { createHash } from 'node:crypto';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { instantOf } from '../time.js';
import type { AggregateOptions } from './aggregate-options.js';
import { flexibilityRetained, type FlexibilityRetained } from './flexibility-retained.js';
import type { GroupFlexibility, GroupSum } from './grouping/leaf-group.js';
import type { Member } from './member.js';
import { publishedPrices } from './published-price.js';
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

/** The part of an offer that says what its owner can do, and when it must be told. */
type Flexibility = Omit<FlexOffer, 'id' | 'state' | 'offeredById' | 'gridNode'>;

/**
 * The aggregate of one group, whose members are sorted by id.
 *
 * ```
 * member A   startAfter 100, window 4   [1..2][1..3][0..1]
 * member B   startAfter 102, window 2               [2..4][0..2]
 * aggregate  startAfter 100, window 2   [1..2][1..3][2..5][0..2]     B at offset 2
 * ```
 * A single member is offered with all its own constraints. Several are offered with bounds of single intervals, all
 * of whose choices can be disaggregated.
 */
export function aggregateOf(
  group: GroupSum & GroupFlexibility,
  members: readonly Member[],
  options: AggregateOptions,
): Aggregate {
  const [first, second] = members;
  if (first === undefined) throw new Error('an aggregate needs a member');
  const id = idOf(members);
  const { gridNode } = first.offer;
  const offer: FlexOffer = {
    ...(second === undefined ? single(first.offer) : several(group, first, members)),
    id,
    state: 'offered',
    offeredById: options.aggregatorId,
    gridNode: second === undefined ? gridNode : zoneOf(gridNode, options.zoneDepth),
  };
  return { id, offer, members, flexibilityRetained: flexibilityRetained(group) };
}

function single(offer: FlexOffer): Flexibility {
  const { startAfter, startBefore, slices, totalEnergy, runningTotal, defaultSchedule, price } = offer;
  return {
    ...deadlinesOf([{ offer, offsetIntervals: 0 }], startBefore),
    startAfter,
    startBefore,
    slices,
    ...(totalEnergy === undefined ? {} : { totalEnergy }),
    ...(runningTotal === undefined ? {} : { runningTotal }),
    defaultSchedule,
    price,
  };
}

function several(group: GroupSum, first: Member, members: readonly Member[]): Flexibility {
  const startBefore = group.anchor + group.after;
  const prices = publishedPrices(members, group.lowerWh.length);
  const slices = Array.from(group.lowerWh as ArrayLike<number>, (lowerWh, unit): Slice => {
    const price = prices.intervals[unit];
    const bounds = { minDuration: 1, maxDuration: 1, lowerWh, upperWh: group.upperWh[unit] ?? lowerWh };
    return price === undefined ? bounds : { ...bounds, price };
  });
  return {
    ...deadlinesOf(members, startBefore),
    startAfter: group.anchor - group.before,
    startBefore,
    slices,
    defaultSchedule: {
      // Aligned members have their defaults equally far from where they are aligned.
      start: first.offer.defaultSchedule.start - first.offsetIntervals,
      energiesWh: Array.from(group.defaultWh),
    },
    price: prices.offer,
  };
}

/** The earliest deadline of any member counts for all, and none lies after the aggregate's own latest start. */
function deadlinesOf(members: readonly Member[], startBefore: number) {
  const latestStart = instantOf(startBefore);
  const acceptanceBefore = least(latestStart, members, ({ acceptanceBefore }) => acceptanceBefore);
  const assignmentBefore = least(latestStart, members, ({ assignmentBefore }) => assignmentBefore);
  const creation = least(acceptanceBefore, members, ({ creation }) => creation);
  return { creation, acceptanceBefore, assignmentBefore };
}

function idOf(members: readonly Member[]): string {
  const digest = createHash('sha256').update(JSON.stringify(members.map(({ offer }) => offer.id)));
  return `ag-${digest.digest('hex').slice(0, 32)}`;
}

function least(most: number, members: readonly Member[], valueOf: (offer: FlexOffer) => number): number {
  return members.reduce((smallest, { offer }) => Math.min(smallest, valueOf(offer)), most);
}
