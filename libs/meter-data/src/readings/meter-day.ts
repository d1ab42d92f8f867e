import type { Instant, IntervalIndex } from '#flexoffer';
import { knownOf, type KnownOf } from './known-of.js';
import { beats } from './precedence.js';
import { DIRECTIONS, INTERVALS_A_BLOCK, type ArrivingReading, type ReadingBlock } from './reading-block.js';

/**
 * What became of a reading: the first of its quarter-hour (in a direction), of no effect on what counts, or counting now
 * instead of another one.
 */
export type ReadingOutcome = 'stored' | 'unchanged' | 'corrected';

/** What is known of one meter on one UTC day, and what arrives for it. */
export class MeterDay {
  private readonly blocks: ReadingBlock[];
  private readonly start: IntervalIndex;

  /**
   * @param day UTC day, counted as interval / 96
   * @param known every block that overlaps the quarter-hours for which something arrives
   * @param now the time of arrival
   */
  constructor(
    day: number,
    private readonly known: readonly ReadingBlock[],
    private readonly now: Instant,
  ) {
    this.start = day * INTERVALS_A_BLOCK;
    this.blocks = [...known];
  }

  /**
   * Takes a reading in. One that adds nothing to what is known leaves no trace:
   * - its sender says when it was made, and the same was already said then or later;
   * - its sender does not, and the same was said ever: it is sent again, and must not undo what came in between.
   */
  take(reading: ArrivingReading): ReadingOutcome {
    const known = knownOf(this.blocks, reading);
    if (known.isSaid) return 'unchanged';
    const block = this.blockFor(reading);
    const place = reading.interval - this.start;
    block.origins[place] = reading.origin;
    if (block.importWh) block.importWh[place] = reading.importWh ?? 0;
    if (block.exportWh) block.exportWh[place] = reading.exportWh ?? 0;
    return outcomeOf(known, reading, block, place);
  }

  /** What is new, in the order in which it arrived, cut to the quarter-hours of which something is said. */
  newBlocks(): ReadingBlock[] {
    return this.blocks.slice(this.known.length).map(trimmed);
  }

  /** The last new block, if it is one for such readings with room for this one, or else another. */
  private blockFor(reading: ArrivingReading): ReadingBlock {
    const last = this.blocks.length > this.known.length ? this.blocks.at(-1) : undefined;
    const place = reading.interval - this.start;
    if (last !== undefined && last.origins[place] === 0 && isFor(last, reading)) return last;
    const latest = this.blocks.reduce((highest, { version }) => Math.max(highest, version), 0);
    const block: ReadingBlock = {
      first: this.start,
      origins: new Uint8Array(INTERVALS_A_BLOCK),
      ...(reading.importWh === undefined ? {} : { importWh: new Float64Array(INTERVALS_A_BLOCK) }),
      ...(reading.exportWh === undefined ? {} : { exportWh: new Float64Array(INTERVALS_A_BLOCK) }),
      ...(reading.createdAt === undefined ? {} : { createdAt: reading.createdAt }),
      knownAt: this.now,
      version: latest + 1,
    };
    this.blocks.push(block);
    return block;
  }
}

const isFor = (block: ReadingBlock, reading: ArrivingReading): boolean =>
  block.createdAt === reading.createdAt &&
  DIRECTIONS.every((direction) => (block[direction] === undefined) === (reading[direction] === undefined));

function outcomeOf(
  known: KnownOf,
  reading: ArrivingReading,
  block: ReadingBlock,
  place: number,
): ReadingOutcome {
  let outcome: ReadingOutcome = 'unchanged';
  for (const direction of DIRECTIONS) {
    if (reading[direction] === undefined) continue;
    const before = known[direction];
    if (before === undefined) return 'stored';
    const at = reading.interval - before.first;
    const isSame = before[direction]?.[at] === reading[direction] && before.origins[at] === reading.origin;
    if (!isSame && beats(block, place, before, at)) outcome = 'corrected';
  }
  return outcome;
}

function trimmed(block: ReadingBlock): ReadingBlock {
  const start = block.origins.findIndex((origin) => origin !== 0);
  const end = block.origins.findLastIndex((origin) => origin !== 0) + 1;
  return {
    ...block,
    first: block.first + start,
    origins: block.origins.subarray(start, end),
    ...(block.importWh ? { importWh: block.importWh.subarray(start, end) } : {}),
    ...(block.exportWh ? { exportWh: block.exportWh.subarray(start, end) } : {}),
  };
}
