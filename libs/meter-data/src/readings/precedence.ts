import { ORIGINS, SOURCES, type KnownQuality } from './origin.js';
import { creationOf, type ReadingBlock } from './reading-block.js';

const RELIABILITY: Readonly<Record<KnownQuality, number>> = {
  placeholder: 0,
  estimated: 1,
  measured: 2,
  corrected: 2,
};

/** By origin: a value beats an estimate, which beats a placeholder. */
const RANK = Uint8Array.from(ORIGINS, (origin) => (origin === undefined ? 0 : RELIABILITY[origin.quality]));

/** By origin: a replacement beats an original, then the DSO beats the meter, which beats a sub-meter. */
const SECOND_RANK = Uint8Array.from(ORIGINS, (origin) =>
  origin === undefined
    ? 0
    : (origin.isReplacement ? SOURCES.length : 0) + SOURCES.length - SOURCES.indexOf(origin.source),
);

/**
 * Whether what block `a` says at place `i` counts rather than what block `b` says of the same quarter-hour at place `j`.
 * The first rule that tells them apart decides:
 *
 * 1. a value beats an estimate, an estimate beats a placeholder;
 * 2. the later creation (without one: the arrival);
 * 3. a replacement beats an original;
 * 4. the DSO beats the meter, the meter beats a sub-meter;
 * 5. of two whose senders did not say when they made them, the one that arrived later; it also beats one whose sender
 *    did say;
 * 6. more import, then more export: not because it were better, but so that the order of arrival does not decide.
 */
export function beats(a: ReadingBlock, i: number, b: ReadingBlock, j: number): boolean {
  const [originA = 0, originB = 0] = [a.origins[i], b.origins[j]];
  const byOrigin = (RANK[originA] ?? 0) - (RANK[originB] ?? 0);
  if (byOrigin !== 0) return byOrigin > 0;
  const byCreation = creationOf(a) - creationOf(b);
  if (byCreation !== 0) return byCreation > 0;
  const bySecond = (SECOND_RANK[originA] ?? 0) - (SECOND_RANK[originB] ?? 0);
  if (bySecond !== 0) return bySecond > 0;
  if (a.createdAt === undefined || b.createdAt === undefined)
    return a.createdAt === undefined && (b.createdAt !== undefined || a.version > b.version);
  const byImport = (a.importWh?.[i] ?? -1) - (b.importWh?.[j] ?? -1);
  return byImport === 0 ? (a.exportWh?.[i] ?? -1) > (b.exportWh?.[j] ?? -1) : byImport > 0;
}

/** Of two origins, the one that would not count beside the other if their values were made at the same time. */
export function lessReliable(a: number, b: number): number {
  const byRank = (RANK[a] ?? 0) - (RANK[b] ?? 0);
  return (byRank === 0 ? (SECOND_RANK[a] ?? 0) - (SECOND_RANK[b] ?? 0) : byRank) < 0 ? a : b;
}
