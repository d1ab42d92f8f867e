import { DIRECTIONS } from '../readings/reading-block.js';
import type { ValidationRule } from './finding.js';
import { runsOf } from './runs.js';

/** Four hours: a load that is counted to the Wh does not stay the same for so long. */
export const FLAT_QUARTERS = 16;

/** The same energy, other than none, in one quarter-hour after the other: a meter that hangs. */
export const flatLine: ValidationRule = {
  name: 'flat-line',
  findings: (curve) =>
    DIRECTIONS.flatMap((direction) => {
      const values = curve[direction];
      const runs = runsOf(
        values.length,
        (place) => (values[place] ?? NaN) > 0,
        (place) => values[place] === values[place - 1],
      );
      return runs
        .filter(({ start, end }) => end - start >= FLAT_QUARTERS)
        .map(({ start, end }) => ({
          direction,
          from: curve.from + start,
          to: curve.from + end,
          detail: `${end - start} quarter-hours have the same ${values[start] ?? 0} Wh`,
        }));
    }),
};
