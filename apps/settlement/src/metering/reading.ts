import type { IntervalIndex, WattHours } from '#flexoffer';

/** Where a value came from, the most trusted first. */
export const SOURCES = ['dso', 'meter', 'submeter'] as const;
export type ReadingSource = (typeof SOURCES)[number];

export const QUALITIES = ['measured', 'estimated', 'corrected'] as const;
export type ReadingQuality = (typeof QUALITIES)[number];

/** What a metering point took from the grid and gave to it in one interval; both are counted from 0 up. */
export interface Reading {
  readonly meterId: string;
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly source: ReadingSource;
  readonly quality: ReadingQuality;
}
