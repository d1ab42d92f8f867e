import type { ValidationRule } from './finding.js';
import { runsOf } from './runs.js';

/** Quarter-hours without a value that may settle: nothing came, or a placeholder did. */
export const gap: ValidationRule = {
  name: 'gap',
  findings: ({ from, origin }) =>
    runsOf(origin.length, (place) => origin[place] === 0).map(({ start, end }) => ({
      from: from + start,
      to: from + end,
      detail: `${end - start} quarter-hours have no value`,
    })),
};
