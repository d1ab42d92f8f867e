import type { Instant, IntervalIndex, WattHours } from '#flexoffer';

/**
 * How much a value can be relied on. A `placeholder` stands where nothing was measured and says nothing; an `estimate` was
 * made by the meter operator; a `final` value counts until a later document replaces it.
 */
export type MeterCondition = 'placeholder' | 'estimate' | 'final';

/** From the grid, or into it. */
export type MeterDirection = 'import' | 'export';

/** The energy of one quarter-hour in one direction, as a document says it. */
export interface MeterValue {
  readonly meteringPoint: string;
  readonly direction: MeterDirection;
  readonly interval: IntervalIndex;
  /** Not negative. */
  readonly energyWh: WattHours;
  readonly condition: MeterCondition;
  /** Its document replaces an earlier one. */
  readonly isReplacement: boolean;
  /** When the document was made, and under which name. */
  readonly createdAt: Instant;
  readonly documentId: string;
  /** In the document, from 1 on. */
  readonly line: number;
}

/** Something in a document that cannot be taken. */
export interface MeterRefusal {
  readonly line: number;
  readonly reason: string;
}

export type MeterItem =
  | { readonly kind: 'value'; readonly value: MeterValue }
  | { readonly kind: 'refusal'; readonly refusal: MeterRefusal };

export const refusal = (line: number, reason: string): MeterItem => ({
  kind: 'refusal',
  refusal: { line, reason },
});
