import type { IntervalIndex } from '#flexoffer';
import { DIRECTIONS, type Direction, type ReadingBlock } from './reading-block.js';

/**
 * How many different values are known, by place after `from`, in the direction that has more of them. It does not depend on
 * the order in which they arrived, nor on how often.
 */
export function versions(
  blocks: readonly ReadingBlock[],
  from: IntervalIndex,
  quarters: number,
): Uint32Array {
  const [byImport, byExport] = DIRECTIONS.map((direction) =>
    differentValues(blocks, direction, from, quarters),
  );
  return Uint32Array.from({ length: quarters }, (_, at) =>
    Math.max(byImport?.[at] ?? 0, byExport?.[at] ?? 0),
  );
}

function differentValues(
  blocks: readonly ReadingBlock[],
  direction: Direction,
  from: IntervalIndex,
  quarters: number,
): Uint32Array {
  const counts = new Uint32Array(quarters);
  const values = new Float64Array(quarters);
  const origins = new Uint8Array(quarters);
  // Few quarter-hours have more than one value.
  const others = new Map<number, Set<string>>();
  for (const block of blocks)
    for (const [place, origin] of block.origins.entries()) {
      const at = block.first + place - from;
      const value = block[direction]?.[place];
      if (origin === 0 || value === undefined || at < 0 || at >= quarters) continue;
      if (counts[at] === 0) {
        counts[at] = 1;
        values[at] = value;
        origins[at] = origin;
      } else if (values[at] !== value || origins[at] !== origin) {
        const more = others.get(at) ?? new Set();
        others.set(at, more.add(`${origin} ${value}`));
        counts[at] = 1 + more.size;
      }
    }
  return counts;
}
