import type { ArrivingReading } from '#meter-data';

/** What a metering point took from the grid and gave to it in one interval, or one of the two. */
export interface Reading extends ArrivingReading {
  readonly meterId: string;
}
