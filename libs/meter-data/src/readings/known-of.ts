import { beats } from './precedence.js';
import { DIRECTIONS, creationOf, type ArrivingReading, type ReadingBlock } from './reading-block.js';

/** What is known of the quarter-hour of a reading. */
export interface KnownOf {
  /** The reading adds nothing. */
  readonly isSaid: boolean;
  /** The block whose value counts, by direction. */
  readonly importWh?: ReadingBlock;
  readonly exportWh?: ReadingBlock;
}

/** Looks through what may overlap a reading. */
export function knownOf(blocks: readonly ReadingBlock[], reading: ArrivingReading): KnownOf {
  const known: { importWh?: ReadingBlock; exportWh?: ReadingBlock } = {};
  const said = { importWh: reading.importWh === undefined, exportWh: reading.exportWh === undefined };
  for (const block of blocks) {
    const place = reading.interval - block.first;
    if ((block.origins[place] ?? 0) === 0) continue;
    const same = saysTheSame(block, place, reading);
    for (const direction of DIRECTIONS) {
      if (reading[direction] === undefined || block[direction] === undefined) continue;
      const other = known[direction];
      if (other === undefined || beats(block, place, other, reading.interval - other.first))
        known[direction] = block;
      said[direction] ||= same[direction];
    }
    // Without a creation, both directions are one statement, which must have been made as a whole.
    if (reading.createdAt === undefined && same.importWh && same.exportWh) return { isSaid: true };
  }
  return { isSaid: reading.createdAt !== undefined && said.importWh && said.exportWh, ...known };
}

/** By direction; true where the reading says nothing. */
function saysTheSame(
  block: ReadingBlock,
  place: number,
  reading: ArrivingReading,
): { readonly importWh: boolean; readonly exportWh: boolean } {
  const isLate = reading.createdAt !== undefined && creationOf(block) < reading.createdAt;
  const isSame = !isLate && block.origins[place] === reading.origin;
  const same = (direction: 'importWh' | 'exportWh'): boolean =>
    reading[direction] === undefined || (isSame && block[direction]?.[place] === reading[direction]);
  return { importWh: same('importWh'), exportWh: same('exportWh') };
}
