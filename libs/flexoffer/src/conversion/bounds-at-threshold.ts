import { kwhOfWh } from '../energy/kwh.js';
import type { EnergyBounds, ProbabilityPiece, Uncertainty, WattHours } from '../flex-offer.js';
import { monotoneCuts, valueAt } from './polynomial.js';

/** How far below the threshold a computed probability may lie and still reach it. */
const PROBABILITY_TOLERANCE = 1e-9;

/**
 * The whole watt-hours whose probability is at least the threshold: the bounds of an uncertain slice. Every whole
 * watt-hour inside the bounds reaches the threshold (within 1e-9), and the next ones outside them do not.
 *
 * ```
 * probability  1 |      ____            __
 *                |     /    \          /  \
 *      threshold |----/------\--------/----\------
 *                |___/        \______/      \_____
 *                     |======|        |===|         two stretches: nearWh decides, or else the width
 * ```
 *
 * Where several stretches reach it, the result is the one that contains `nearWh`; without `nearWh`, or if none
 * contains it, the widest (of equally wide ones the lowest). Where two pieces share an end, the higher probability
 * counts. Undefined if no whole watt-hour reaches the threshold.
 */
export function boundsAtThreshold(uncertainty: Uncertainty, nearWh?: WattHours): EnergyBounds | undefined {
  const stretches = stretchesAtThreshold(uncertainty);
  const near =
    nearWh === undefined
      ? undefined
      : stretches.find(({ lowerWh, upperWh }) => lowerWh <= nearWh && nearWh <= upperWh);
  return near ?? widestOf(stretches);
}

/** All of them, ascending, none touching the next. */
function stretchesAtThreshold({ threshold, pieces }: Uncertainty): EnergyBounds[] {
  const merged: EnergyBounds[] = [];
  const found = [...pieces]
    .sort((one, other) => one.fromWh - other.fromWh || one.toWh - other.toWh)
    .flatMap((piece) => stretchesOfPiece(piece, threshold));
  for (const next of found) {
    const last = merged.at(-1);
    if (last === undefined || next.lowerWh > last.upperWh + 1) merged.push(next);
    else merged[merged.length - 1] = { ...last, upperWh: Math.max(last.upperWh, next.upperWh) };
  }
  return merged;
}

/** One for each stretch of the piece on which the probability rises or falls throughout; they may touch. */
function stretchesOfPiece(
  { fromWh, toWh, coefficients }: ProbabilityPiece,
  threshold: number,
): EnergyBounds[] {
  const reaches = (wh: WattHours): boolean =>
    valueAt(coefficients, kwhOfWh(wh)) >= threshold - PROBABILITY_TOLERANCE;
  const cuts = monotoneCuts(coefficients, kwhOfWh(fromWh), kwhOfWh(toWh));
  const ends = cuts.map((kwh) => Math.min(Math.max(Math.floor(kwh * 1000), fromWh), toWh));
  const stretches: EnergyBounds[] = [];
  let first = fromWh;
  for (const last of [...ends, toWh]) {
    if (last < first) continue;
    const reached = reachedWhereMonotone(first, last, reaches);
    if (reached !== undefined) stretches.push(reached);
    first = last + 1;
  }
  return stretches;
}

function reachedWhereMonotone(
  first: WattHours,
  last: WattHours,
  reaches: (wh: WattHours) => boolean,
): EnergyBounds | undefined {
  const atFirst = reaches(first);
  const atLast = reaches(last);
  if (atFirst && atLast) return { lowerWh: first, upperWh: last };
  if (!atFirst && !atLast) return undefined;
  let inside = atFirst ? first : last;
  let outside = atFirst ? last : first;
  while (Math.abs(inside - outside) > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (reaches(middle)) inside = middle;
    else outside = middle;
  }
  return atFirst ? { lowerWh: first, upperWh: inside } : { lowerWh: inside, upperWh: last };
}

function widestOf(stretches: readonly EnergyBounds[]): EnergyBounds | undefined {
  let widest: EnergyBounds | undefined;
  for (const stretch of stretches) {
    const width = stretch.upperWh - stretch.lowerWh;
    if (widest === undefined || width > widest.upperWh - widest.lowerWh) widest = stretch;
  }
  return widest;
}
