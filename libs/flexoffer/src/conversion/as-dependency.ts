import type { DependencyRow, EnergyBounds, FlexOffer, Slice } from '../flex-offer.js';

/**
 * An offer with total energy or running totals as a dependency FlexOffer, which allows exactly the same schedules.
 * With x the energy before a slice and y its own, a bound on the running total at the end of slice k is
 *
 * ```
 * x + y <= upper, -x - y <= -lower     on slice k, or if that may last longer than one interval
 * x <= upper,     -x <= -lower         on slice k + 1
 * ```
 *
 * because a dependency slice lasts exactly one interval. A slice that gets rows gets those of its own bounds too, so
 * that its polygon is complete by itself. What neither slice can carry stays as it was: the total energy if the last
 * slice is long, and all running totals if two slices in a row are. An offer that bounds no sums comes back as it is.
 */
export function asDependency(offer: FlexOffer): FlexOffer {
  const { runningTotal, totalEnergy, ...rest } = offer;
  if (runningTotal === undefined && totalEnergy === undefined) return offer;
  const last = offer.slices.length - 1;
  const single = offer.slices.map(({ maxDuration }) => maxDuration === 1);
  const carried = (slice: number): boolean => single[slice] === true || single[slice + 1] === true;
  const slices = offer.slices.map((slice, index) => {
    if (single[index] !== true) return slice;
    const rows = [
      ...(single[index - 1] === false ? rowsOf(runningTotal?.[index - 1], 1, 0) : []),
      ...rowsOf(runningTotal?.[index], 1, 1),
      ...(index === last ? rowsOf(totalEnergy, 1, 1) : []),
    ];
    return rows.length === 0 ? slice : withRows(slice, rows);
  });
  return {
    ...rest,
    slices,
    ...(totalEnergy === undefined || single[last] === true ? {} : { totalEnergy }),
    ...(runningTotal === undefined || runningTotal.every((_, slice) => carried(slice))
      ? {}
      : { runningTotal }),
  };
}

function rowsOf(bounds: EnergyBounds | undefined, a: number, b: number): DependencyRow[] {
  if (bounds === undefined) return [];
  return [
    { a, b, cWh: bounds.upperWh },
    { a: 0 - a, b: 0 - b, cWh: 0 - bounds.lowerWh },
  ];
}

function withRows(slice: Slice, rows: readonly DependencyRow[]): Slice {
  return { ...slice, dependency: [...(slice.dependency ?? []), ...rowsOf(slice, 0, 1), ...rows] };
}
