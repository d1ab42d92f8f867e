import type { Instant } from '#flexoffer';
import { countingIndex, isSaid, type ReadingOutcome } from '#meter-data';
import { entry } from '../by-key.js';
import type { KnownMeterIndex, MeterIndex } from './meter-index.js';

/** What is known of the registers of one meter in a stretch of time, and what arrives for them. */
export class MeterRegisters {
  private readonly byPlace = new Map<string, KnownMeterIndex[]>();
  readonly added: KnownMeterIndex[] = [];
  /** Instants at which another value counts than before. */
  readonly changed = new Set<Instant>();

  constructor(
    known: readonly KnownMeterIndex[],
    private readonly knownAt: Instant,
  ) {
    for (const index of known) this.at(index).push(index);
  }

  take(index: MeterIndex): ReadingOutcome {
    const known = this.at(index);
    if (isSaid(known, index)) return 'unchanged';
    const before = countingIndex(known);
    const added = { ...index, knownAt: this.knownAt, version: known.length + 1 };
    known.push(added);
    this.added.push(added);
    const after = countingIndex(known);
    if (before !== undefined && after !== undefined && isSaid([after], withoutTime(before)))
      return 'unchanged';
    this.changed.add(index.at);
    return before === undefined ? 'stored' : 'corrected';
  }

  /** What counts, by register, each by time. */
  counting(): Map<string, KnownMeterIndex[]> {
    const registers = new Map<string, KnownMeterIndex[]>();
    for (const known of this.byPlace.values()) {
      const counting = countingIndex(known);
      if (counting !== undefined)
        entry(registers, counting.register, () => [] as KnownMeterIndex[]).push(counting);
    }
    for (const list of registers.values()) list.sort((a, b) => a.at - b.at);
    return registers;
  }

  private at({ register, at }: MeterIndex): KnownMeterIndex[] {
    return entry(this.byPlace, `${register} ${at}`, () => []);
  }
}

/** For comparing what was said alone. */
function withoutTime({ createdAt: _, ...index }: KnownMeterIndex): MeterIndex {
  return index;
}
