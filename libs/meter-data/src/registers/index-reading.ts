import type { Instant, WattHours } from '#flexoffer';
import type { RegisterReading } from './register-energies.js';

/** What somebody said that a register showed, and what must be known to make energy of it. */
export interface IndexReading extends RegisterReading {
  /** As `RegisterName.name`. */
  readonly register: string;
  readonly factor: number;
  readonly rollOverWh?: WattHours;
  /** When the sender made it; absent: the time of arrival counts. */
  readonly createdAt?: Instant;
}

/** As it is kept. */
export interface KnownIndex extends IndexReading {
  readonly knownAt: Instant;
  /** From 1 on, by register and instant. */
  readonly version: number;
}

const creationOf = (index: KnownIndex): Instant => index.createdAt ?? index.knownAt;

/** Whether `index` adds nothing: the same rule as for readings of quarter-hours. */
export function isSaid(known: readonly KnownIndex[], index: IndexReading): boolean {
  return known.some(
    (one) =>
      one.valueWh === index.valueWh &&
      one.meter === index.meter &&
      one.factor === index.factor &&
      one.rollOverWh === index.rollOverWh &&
      (index.createdAt === undefined || creationOf(one) >= index.createdAt),
  );
}

/**
 * Of all that is known of a register at one instant, what counts: the later creation; then what arrived later, if a sender did
 * not say when it was made; then the higher value, so that the order of arrival does not decide.
 */
export function countingIndex<T extends KnownIndex>(known: readonly T[]): T | undefined {
  return known.toSorted(
    (a, b) =>
      creationOf(b) - creationOf(a) ||
      Number(b.createdAt === undefined) - Number(a.createdAt === undefined) ||
      (a.createdAt === undefined ? b.version - a.version : b.valueWh - a.valueWh),
  )[0];
}
