import type { IntervalIndex } from '#flexoffer';
import type { CountingBlocks } from './counting-blocks.js';
import { maySettle } from './origin.js';
import { lessReliable } from './precedence.js';
import type { Direction, ReadingBlock } from './reading-block.js';

/** What may settle, by place after the first interval: both directions have a value, or none has. */
export interface SettlingValues {
  /** NaN: no value that may settle (missing, or a placeholder). */
  readonly importWh: Float64Array;
  readonly exportWh: Float64Array;
  /** Index in `ORIGINS`, the less reliable one of the two directions; 0: no value. */
  readonly origin: Uint8Array;
}

/**
 * The values that count. A meter that only ever told of one direction moves nothing in the other one; a meter that told of
 * both is missing a quarter-hour in which one of them is missing.
 *
 * @param directions what the meter ever told of, at any time
 * @param from the interval of the first place of `counting`
 */
export function settlingValues(
  blocks: readonly ReadingBlock[],
  counting: CountingBlocks,
  directions: ReadonlySet<Direction>,
  from: IntervalIndex,
): SettlingValues {
  const taken = valuesOf(blocks, counting, 'importWh', from);
  const given = valuesOf(blocks, counting, 'exportWh', from);
  const origin = new Uint8Array(taken.origin.length);
  for (let at = 0; at < origin.length; at += 1) {
    const [importOrigin = 0, exportOrigin = 0] = [taken.origin[at], given.origin[at]];
    const ofImport = directions.has('importWh') ? importOrigin : exportOrigin;
    const ofExport = directions.has('exportWh') ? exportOrigin : importOrigin;
    if (maySettle(ofImport) && maySettle(ofExport)) {
      origin[at] = lessReliable(ofImport, ofExport);
      continue;
    }
    taken.values[at] = NaN;
    given.values[at] = NaN;
  }
  return { importWh: taken.values, exportWh: given.values, origin };
}

/** 0 Wh where nothing counts. */
function valuesOf(
  blocks: readonly ReadingBlock[],
  counting: CountingBlocks,
  direction: Direction,
  from: IntervalIndex,
): { readonly values: Float64Array; readonly origin: Uint8Array } {
  const numbers = counting[direction];
  const values = new Float64Array(numbers.length);
  const origin = new Uint8Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const block = blocks[numbers[at] ?? -1];
    if (block === undefined) continue;
    const place = from + at - block.first;
    values[at] = block[direction]?.[place] ?? 0;
    origin[at] = block.origins[place] ?? 0;
  }
  return { values, origin };
}
