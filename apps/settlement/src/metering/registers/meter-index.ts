import type { IndexReading, KnownIndex, ReadingSource } from '#meter-data';

/** What a register of a meter showed, as it arrives. */
export interface MeterIndex extends IndexReading {
  readonly meterId: string;
  readonly source: ReadingSource;
}

/** As it is kept. */
export type KnownMeterIndex = MeterIndex & KnownIndex;
