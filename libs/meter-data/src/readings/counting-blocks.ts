import type { IntervalIndex } from '#flexoffer';
import { beats } from './precedence.js';
import { DIRECTIONS, type Direction, type ReadingBlock } from './reading-block.js';

/** Which block's value counts, by direction and by place after the first interval asked for; -1: no block says anything. */
export type CountingBlocks = Readonly<Record<Direction, Int32Array>>;

/**
 * Folds everything that is known of a meter into what counts. The order of the blocks does not matter.
 *
 * @param to exclusive
 */
export function countingBlocks(
  blocks: readonly ReadingBlock[],
  from: IntervalIndex,
  to: IntervalIndex,
): CountingBlocks {
  const counting = {
    importWh: new Int32Array(to - from).fill(-1),
    exportWh: new Int32Array(to - from).fill(-1),
  };
  for (const [number, block] of blocks.entries())
    for (const direction of DIRECTIONS)
      if (block[direction] !== undefined) fold(counting[direction], blocks, block, number, from);
  return counting;
}

function fold(
  counting: Int32Array,
  blocks: readonly ReadingBlock[],
  block: ReadingBlock,
  number: number,
  from: IntervalIndex,
): void {
  const start = Math.max(0, from - block.first);
  const end = Math.min(block.origins.length, from + counting.length - block.first);
  for (let place = start; place < end; place += 1) {
    if (block.origins[place] === 0) continue;
    const at = block.first + place - from;
    const other = blocks[counting[at] ?? -1];
    if (other === undefined || beats(block, place, other, from + at - other.first)) counting[at] = number;
  }
}
