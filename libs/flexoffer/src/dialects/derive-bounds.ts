import type { EnergyBounds } from '../flex-offer.js';
import { limitOf } from '../feasibility/dependency-row.js';
import { extentOf, polygonOf } from '../feasibility/polygon.js';
import { CONSTRAINTS } from './known-fields.js';
import type { ReadSlice } from './read-slice.js';

/** A slice whose rows let it go this far is not bounded by them. */
const UNBOUNDED_WH = 1e9;
const EVERYTHING = [-1e15, 1e15] as const;

/**
 * The bounds of every slice, one after the other; where a slice gives none itself, those of its polygon over all
 * energies that the slices before it can have had:
 *
 * ```
 * y  |    ______               x: what can have gone before (known from the slices before)
 *    |   /     /|  <- upper    y: this slice
 *    |  /     / |              x + y: what the next slice finds
 *    | /_____/  |  <- lower
 *    +---|======|---- x
 * ```
 *
 * They contain every whole energy that the rows allow; which of them go together, the rows themselves still say.
 * Undefined, with a fault, where rows allow no energy at all or leave it unbounded.
 */
export function deriveBounds(slices: readonly ReadSlice[]): readonly (readonly EnergyBounds[])[] | undefined {
  let earlier: readonly [number, number] = [0, 0];
  const derived: (readonly EnergyBounds[])[] = [];
  for (const slice of slices) {
    const [lowerWh, upperWh] = sumOf(slice.bounds) ?? [-UNBOUNDED_WH, UNBOUNDED_WH];
    const polygon = polygonOf(earlier, [lowerWh, upperWh], EVERYTHING, slice.dependency ?? [], limitOf);
    const own = extentOf(polygon, 0, 1);
    const isEmpty = !(own[0] <= own[1]);
    if (slice.bounds.length > 0) derived.push(slice.bounds);
    else if (isEmpty) return faultAt(slice, 'allow no energy');
    else if (own[0] <= -UNBOUNDED_WH || own[1] >= UNBOUNDED_WH)
      return faultAt(slice, 'leave the energy unbounded');
    else derived.push([{ lowerWh: own[0], upperWh: own[1] }]);
    earlier = isEmpty ? [earlier[0] + lowerWh, earlier[1] + upperWh] : extentOf(polygon, 1, 1);
  }
  return derived;
}

function sumOf(bounds: readonly EnergyBounds[]): readonly [number, number] | undefined {
  if (bounds.length === 0) return undefined;
  return [
    bounds.reduce((sum, { lowerWh }) => sum + lowerWh, 0),
    bounds.reduce((sum, { upperWh }) => sum + upperWh, 0),
  ];
}

function faultAt({ fields }: ReadSlice, message: string): undefined {
  return fields.fault(fields.findAnyCase(CONSTRAINTS.dependency)?.name ?? '', message);
}
