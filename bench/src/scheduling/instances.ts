import type { PlanningProblem, PlanningUnit } from '#scheduling';
import { randomNumbers } from '../random.js';

/** How wide the bounds of an interval are against its middle energy. */
export type Width = 'tight' | 'wide';

const FIRST_INTERVAL = 1_928_544;
const INTERVALS = 96;
const STARTS = 24;
const FEWEST_SLICES = 4;
const SLICE_COUNTS = 17;
/** Per kWh of deviation: as much as a dear kWh. */
const DEVIATION_PRICE = 300_000;

/**
 * So many aggregates with 24 possible starts each inside a day of 96 intervals, a target that is twice as high in the
 * evening as at night and all in all as much as they use in the middle of their bounds, and a price of energy that
 * changes with the hour.
 */
export function instance(count: number, width: Width, seed = 7): PlanningProblem {
  const below = randomNumbers(seed);
  const units = Array.from({ length: count }, (_, index) => unitOf(index, width, below));
  const middleWh = units.reduce((sum, unit) => sum + middleOf(unit), 0);
  const shape = Array.from(
    { length: INTERVALS },
    (_, t) => 1.5 - Math.cos((2 * Math.PI * (t + 12)) / INTERVALS) / 2,
  );
  const all = shape.reduce((sum, each) => sum + each, 0);
  const targetWh = shape.map((each) => Math.round((middleWh * each) / all));
  const prices = Array.from({ length: INTERVALS }, (_, t) => 20_000 * (1 + (Math.floor(t / 4) % 5)));
  return {
    units,
    objective: [
      {
        kind: 'follow-target',
        targetWh: { firstInterval: FIRST_INTERVAL, values: targetWh },
        over: DEVIATION_PRICE,
        under: DEVIATION_PRICE,
      },
      { kind: 'least-cost', prices: { firstInterval: FIRST_INTERVAL, values: prices } },
    ],
  };
}

function unitOf(index: number, width: Width, below: (bound: number) => number): PlanningUnit {
  const length = FEWEST_SLICES + below(SLICE_COUNTS);
  const first = FIRST_INTERVAL + below(INTERVALS - STARTS - length + 2);
  const pairs = Array.from({ length }, () => [below(3001), below(3001)] as const);
  const middles = pairs.map(([one, other]) => Math.floor((one + other) / 2));
  const lowerWh = pairs.map(([one, other], k) =>
    width === 'wide' ? Math.min(one, other) : Math.round(0.98 * middles[k]!),
  );
  const upperWh = pairs.map(([one, other], k) =>
    width === 'wide' ? Math.max(one, other) : Math.round(1.02 * middles[k]!),
  );
  return {
    id: String(index).padStart(6, '0'),
    starts: Array.from({ length: STARTS }, (_, start) => first + start),
    parts: [
      {
        set: {
          lowerWh: Float64Array.from(lowerWh),
          upperWh: Float64Array.from(upperWh),
          runningLowerWh: new Float64Array(length).fill(-Infinity),
          runningUpperWh: new Float64Array(length).fill(Infinity),
        },
      },
    ],
  };
}

function middleOf({ parts }: PlanningUnit): number {
  let sum = 0;
  for (const { set } of parts)
    for (let k = 0; k < set.lowerWh.length; k += 1) sum += (set.lowerWh[k]! + set.upperWh[k]!) / 2;
  return sum;
}
