import type { WattHours } from '#flexoffer';
import { DIRECTIONS } from '../readings/reading-block.js';
import type { ValidationRule } from './finding.js';

/** So many times what 95 of 100 quarter-hours do not reach. */
const TIMES = 5;
const USUAL = 0.95;
/** Below 4 kW nothing is worth a look. */
const LEAST_WH: WattHours = 1000;
/** A day: of fewer values nobody knows what is usual. */
const LEAST_VALUES = 92;

/** A value far above all that is usual at this meter in the time that is looked at. */
export const spike: ValidationRule = {
  name: 'spike',
  findings: (curve) =>
    DIRECTIONS.flatMap((direction) => {
      const values = curve[direction];
      const known = values.filter((value) => !Number.isNaN(value)).sort();
      if (known.length < LEAST_VALUES) return [];
      const usual = known[Math.floor(USUAL * (known.length - 1))] ?? 0;
      const most = Math.max(LEAST_WH, TIMES * usual);
      return [...values.entries()]
        .filter(([, value]) => value > most)
        .map(([place, value]) => ({
          direction,
          from: curve.from + place,
          to: curve.from + place + 1,
          detail: `${value} Wh, where 95 of 100 quarter-hours have at most ${usual} Wh`,
        }));
    }),
};
