import {
  INTERVAL_SECONDS,
  instantOf,
  intervalOf,
  type Instant,
  type IntervalIndex,
  type WattHours,
} from '#flexoffer';
import type { RegisterStretch } from './register-energies.js';

/** Energy of a quarter-hour that follows from registers. */
export interface QuarterEnergy {
  readonly interval: IntervalIndex;
  readonly energyWh: WattHours;
  /** The register was read at its beginning and at its end; otherwise it is estimated. */
  readonly isMeasured: boolean;
}

const QUARTER_MS = INTERVAL_SECONDS * 1000;

/** What was used in a longer time says nothing of its quarter-hours. */
export const LONGEST_EVEN_SPREAD_MS = 2 * 3_600_000;

/**
 * Quarter-hours from what registers counted in between two readings:
 *
 * ```
 * read        :00      :15                :45            three hours later
 * counted     |  1.0   |       1.5        |  ...          |
 * quarters    |  1.0   |  0.75* |  0.75*  |  not known    |     kWh, * estimated: spread evenly
 * ```
 * Energy is spread evenly over a stretch of at most two hours; a quarter-hour with any part in a longer stretch, or in one
 * whose energy is unknown, is not known. What is cut off one quarter-hour by rounding to whole Wh is in the next one: the
 * quarter-hours of a stretch add up to it.
 *
 * @param stretches by time, each beginning where the one before it ends, as `registerEnergies` gives them
 */
export function quarterEnergies(stretches: readonly RegisterStretch[]): QuarterEnergy[] {
  return runs(stretches).flatMap(quartersOf);
}

/** Stretches that follow one another and may be spread. */
function runs(stretches: readonly RegisterStretch[]): (readonly KnownStretch[])[] {
  const found: KnownStretch[][] = [];
  let isBroken = true;
  for (const stretch of stretches) {
    const isUsable = 'energyWh' in stretch && stretch.to - stretch.from <= LONGEST_EVEN_SPREAD_MS;
    if (isUsable && isBroken) found.push([stretch]);
    else if (isUsable) found.at(-1)?.push(stretch);
    isBroken = !isUsable;
  }
  return found;
}

type KnownStretch = Extract<RegisterStretch, { readonly energyWh: WattHours }>;

function quartersOf(run: readonly KnownStretch[]): QuarterEnergy[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const read = new Set([first.from, ...run.map(({ to }) => to)]);
  const quarters: QuarterEnergy[] = [];
  let start = Math.ceil(first.from / QUARTER_MS) * QUARTER_MS;
  const counted = countedUntil(run);
  let before = counted(start);
  for (; start + QUARTER_MS <= last.to; start += QUARTER_MS) {
    const end = start + QUARTER_MS;
    const after = counted(end);
    const isMeasured = read.has(start) && read.has(end);
    quarters.push({ interval: intervalOf(start), energyWh: after - before, isMeasured });
    before = after;
  }
  return quarters;
}

/** What was counted from the beginning of a run until an instant in it, in whole Wh; instants must not go back. */
function countedUntil(run: readonly KnownStretch[]): (instant: Instant) => WattHours {
  let sum = 0;
  let index = 0;
  return (instant) => {
    let stretch = run[index];
    while (stretch !== undefined && stretch.to <= instant) {
      sum += stretch.energyWh;
      index += 1;
      stretch = run[index];
    }
    if (stretch === undefined) return Math.round(sum);
    const share = (instant - stretch.from) / (stretch.to - stretch.from);
    return Math.round(sum + stretch.energyWh * Math.max(0, share));
  };
}

/** The quarter-hours of which any part lies between two instants. */
export function quartersBetween(from: Instant, to: Instant): readonly [IntervalIndex, IntervalIndex] {
  const last = intervalOf(to);
  return [intervalOf(from), instantOf(last) === to ? last : last + 1];
}
