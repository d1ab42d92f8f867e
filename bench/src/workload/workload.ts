import { randomNumbers } from '../random.js';

/** A plain FlexOffer of the common aggregation workload; energies in whole watt-hours. */
export interface WorkloadOffer {
  readonly id: number;
  readonly startAfterInterval: number;
  readonly startBeforeInterval: number;
  readonly lowerWh: readonly number[];
  readonly upperWh: readonly number[];
}

const FIRST_INTERVAL = 1_928_544;

/**
 * The workload that other FlexOffer systems were measured with: starts over one day, 0 to 24 intervals of time
 * flexibility, 4 to 20 slices of one interval and 0 to 3 kWh. Endless; the same for the same seed.
 */
export function* workload(seed = 42): Generator<WorkloadOffer, never> {
  const below = randomNumbers(seed);
  for (let id = 0; ; id += 1) {
    const startAfterInterval = FIRST_INTERVAL + below(96);
    const startBeforeInterval = startAfterInterval + below(25);
    const pairs = Array.from({ length: 4 + below(17) }, () => [below(3001), below(3001)] as const);
    yield {
      id,
      startAfterInterval,
      startBeforeInterval,
      lowerWh: pairs.map(([a, b]) => Math.min(a, b)),
      upperWh: pairs.map(([a, b]) => Math.max(a, b)),
    };
  }
}

/** The first offers of the workload. */
export function workloadOffers(count: number, seed?: number): WorkloadOffer[] {
  const offers = workload(seed);
  return Array.from({ length: count }, () => offers.next().value);
}

/** The line by which the workload is exchanged, to compare it byte by byte. */
export function workloadLine({
  id,
  startAfterInterval,
  startBeforeInterval,
  lowerWh,
  upperWh,
}: WorkloadOffer): string {
  const slices = lowerWh.map((lower, unit) => [lower / 1000, (upperWh[unit] ?? lower) / 1000]);
  return `${JSON.stringify({ id, startAfterInterval, startBeforeInterval, slices })}\n`;
}
