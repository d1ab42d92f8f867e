import { DIRECTIONS } from '../readings/reading-block.js';
import type { ValidationRule } from './finding.js';

/** More than the connection can carry: it was not measured but misread. */
export const beyondConnection: ValidationRule = {
  name: 'beyond-connection',
  findings: (curve) =>
    DIRECTIONS.flatMap((direction) => {
      const most = curve.most[direction] ?? Infinity;
      return [...curve[direction].entries()]
        .filter(([, value]) => value > most)
        .map(([place, value]) => ({
          direction,
          from: curve.from + place,
          to: curve.from + place + 1,
          detail: `${value} Wh, where the connection carries ${most} Wh`,
        }));
    }),
};
