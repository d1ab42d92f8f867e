import type { EnergySet } from './energy-set.js';
import { energiesOfMember, type ExactAggregate } from './exact-aggregate.js';
import { BlockFit, type BlockShape } from './block-fit.js';
import { raiseInProportion } from './inner-boxes.js';

/** How much of a block's time a load must be on, in eighths; tried one after the other. */
const EIGHTHS = [1, 2, 3, 4, 6];

/** Lengths of blocks: the horizon over these. */
const PARTS = [1, 2, 3, 4, 6, 8, 12];

/**
 * Sums of sets of one shape. In a block of n intervals the shape is K = {0 <= y[t] <= 1, least <= sum of y <= most}; a
 * member that can do `fixed + s * K` adds s to the block, and (s1 + ... + sm) * K is the exact sum of s1 * K ... sm * K.
 * Every member joins the block where it adds most; elsewhere, and if it fits nowhere, its energies are fixed. With
 * several blocks the totals of blocks are fixed, so that running totals tell them apart.
 *
 * @param fixedWh a feasible split, for members that fit nowhere
 */
export function* blockSets(aggregate: ExactAggregate, fixedWh: Float64Array): Generator<EnergySet> {
  const { length } = aggregate;
  for (const parts of PARTS) {
    const size = Math.ceil(length / parts);
    if (size < 2) return;
    for (const eighths of EIGHTHS) {
      const on = Math.min(size - 1, Math.max(1, Math.round((size * eighths) / 8)));
      yield blockSet(aggregate, fixedWh, { size, least: on, most: on });
      if (parts === 1) yield blockSet(aggregate, fixedWh, { size, least: 0, most: on });
    }
  }
}

function blockSet(aggregate: ExactAggregate, fixedWh: Float64Array, shape: BlockShape): EnergySet {
  const { length, firstUnit, startAt } = aggregate;
  const scales = new Float64Array(Math.ceil(length / shape.size));
  const lowerWh = new Float64Array(length);
  const fit = new BlockFit(aggregate, shape);
  for (let member = 0; member < startAt.length; member += 1) {
    const best = fit.bestBlock(member);
    const fixed =
      best.scale > 0
        ? fixedPart(aggregate, member, shape, best)
        : energiesOfMember(aggregate, fixedWh, member);
    if (best.scale > 0) scales[best.block]! += best.scale;
    const units = firstUnit[member + 1]! - firstUnit[member]!;
    for (let unit = 0; unit < units; unit += 1) lowerWh[startAt[member]! + unit]! += fixed[unit]!;
  }
  return sumOfBlocks(lowerWh, scales, shape);
}

/** What a member does in any case: its lower bounds, and what its total needs besides the block's share. */
function fixedPart(
  aggregate: ExactAggregate,
  member: number,
  { size }: BlockShape,
  { block, scale, insideWh, outsideWh }: ReturnType<BlockFit['bestBlock']>,
): Float64Array {
  const energies = Float64Array.from(energiesOfMember(aggregate, aggregate.lowerWh, member));
  const most = energiesOfMember(aggregate, aggregate.upperWh, member);
  const start = aggregate.startAt[member]!;
  const isInside = (unit: number): boolean => Math.floor((start + unit) / size) === block;
  const roomInside = most.map((upper, unit) => (isInside(unit) ? upper - scale : energies[unit]!));
  const roomOutside = most.map((upper, unit) => (isInside(unit) ? energies[unit]! : upper));
  const outside = Float64Array.from(energies);
  raiseInProportion(energies, roomInside, insideWh);
  raiseInProportion(outside, roomOutside, outsideWh);
  return energies.map((energy, unit) => (isInside(unit) ? energy : outside[unit]!));
}

function sumOfBlocks(lowerWh: Float64Array, scales: Float64Array, shape: BlockShape): EnergySet {
  const runningLowerWh = new Float64Array(lowerWh.length).fill(-Infinity);
  const runningUpperWh = new Float64Array(lowerWh.length).fill(Infinity);
  let least = 0;
  let most = 0;
  const upperWh = lowerWh.map((lower, interval) => {
    const block = Math.floor(interval / shape.size);
    least += lower;
    most += lower;
    if ((interval + 1) % shape.size === 0 || interval === lowerWh.length - 1) {
      least += shape.least * scales[block]!;
      most += shape.most * scales[block]!;
      runningLowerWh[interval] = least;
      runningUpperWh[interval] = most;
    }
    return lower + scales[block]!;
  });
  return { lowerWh, upperWh, runningLowerWh, runningUpperWh };
}
