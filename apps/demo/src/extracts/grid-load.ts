import { numberOf, readExtract } from './extract-file.js';

/** Load of the Luxembourg grid in one quarter-hour of the demo day, and in the same one a week before. */
export interface GridLoad {
  readonly actualMwh: number;
  readonly weekEarlierMwh: number;
}

/** One entry per quarter-hour of the demo day. */
export function readGridLoad(): GridLoad[] {
  return readExtract('grid-load.csv').map((row) => ({
    actualMwh: numberOf(row, 'load_mwh'),
    weekEarlierMwh: numberOf(row, 'week_earlier_load_mwh'),
  }));
}
