import { INTERVAL_SECONDS, intervalOf } from '#flexoffer';
import { DIRECTIONS } from '../readings/reading-block.js';
import type { ValidationRule } from './finding.js';

const QUARTER_MS = INTERVAL_SECONDS * 1000;

/** What registers show, in Wh, from coarse to fine. */
const RESOLUTIONS = [1000, 100, 10];

/**
 * The sum of quarter-hours is not what the registers counted in the same time. Only stretches from one quarter-hour's
 * beginning to another's count, in which every quarter-hour has a value. What lies between two readings of registers that
 * show whole kWh may be off by one of them.
 */
export const registerSum: ValidationRule = {
  name: 'register-sum',
  findings: (curve) =>
    DIRECTIONS.flatMap((direction) => {
      const counted = curve.counted[direction].flatMap((stretch) =>
        'energyWh' in stretch && stretch.from % QUARTER_MS === 0 && stretch.to % QUARTER_MS === 0
          ? [{ from: intervalOf(stretch.from), to: intervalOf(stretch.to), energyWh: stretch.energyWh }]
          : [],
      );
      const resolution = RESOLUTIONS.find((wh) => counted.every(({ energyWh }) => energyWh % wh === 0)) ?? 1;
      return counted.flatMap(({ from, to, energyWh }) => {
        const [start, end] = [from - curve.from, to - curve.from];
        if (start < 0 || end > curve.origin.length) return [];
        const sum = curve[direction].subarray(start, end).reduce((total, value) => total + value, 0);
        if (Number.isNaN(sum) || Math.abs(sum - energyWh) <= (resolution === 1 ? 0 : resolution)) return [];
        const detail = `quarter-hours sum to ${sum} Wh, registers counted ${energyWh} Wh`;
        return [{ direction, from, to, detail }];
      });
    }),
};
