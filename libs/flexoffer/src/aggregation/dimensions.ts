import { profileLength } from '../feasibility/unit-bounds.js';
import type { EnergyBounds, FlexOffer } from '../flex-offer.js';
import { intervalOf } from '../time.js';

/**
 * What else may be alike in a group, each as a whole number: intervals (durations, starts, deadlines, flexibility),
 * watt-hours or micro-currency per kWh.
 */
export const DIMENSIONS = {
  duration: ({ slices }) => profileLength(slices),
  sliceCount: ({ slices }) => slices.length,
  startAfter: ({ startAfter }) => startAfter,
  startBefore: ({ startBefore }) => startBefore,
  assignmentBefore: ({ assignmentBefore }) => intervalOf(assignmentBefore),
  timeFlexibility: ({ startAfter, startBefore }) => startBefore - startAfter,
  defaultStartOffset: ({ startAfter, defaultSchedule }) => defaultSchedule.start - startAfter,
  totalEnergyLow: (offer) => totalEnergyOf(offer).lowerWh,
  totalEnergyHigh: (offer) => totalEnergyOf(offer).upperWh,
  totalEnergyFlexibility: (offer) => totalEnergyOf(offer).upperWh - totalEnergyOf(offer).lowerWh,
  priceUp: ({ price }) => price.up,
  priceDown: ({ price }) => price.down,
} satisfies Record<string, (offer: FlexOffer) => number>;

export type DimensionName = keyof typeof DIMENSIONS;

/** By how much the members of a group may differ in some dimensions; 0: not at all. */
export type Tolerances = Readonly<Partial<Record<DimensionName, number>>>;

/** A dimension that matters, with its tolerance. */
export interface GridDimension {
  readonly valueOf: (offer: FlexOffer) => number;
  readonly tolerance: number;
}

/** The dimensions of the tolerances, in an order that does not depend on how these were written down. */
export function gridDimensions(tolerances: Tolerances): GridDimension[] {
  return (Object.keys(DIMENSIONS) as DimensionName[]).flatMap((name) => {
    const tolerance = tolerances[name];
    return tolerance === undefined ? [] : [{ valueOf: DIMENSIONS[name], tolerance }];
  });
}

/**
 * The cell of a fixed grid in which an offer lies, one number for each dimension. Two offers closer than a tolerance
 * can lie in neighbouring cells; two in one cell are never further apart:
 *
 * ```
 * tolerance 1   |  0   1  |  2   3  |  4   5  |      a cell is tolerance + 1 wide
 * ```
 */
export function cellOf(offer: FlexOffer, dimensions: readonly GridDimension[]): number[] {
  return dimensions.map(({ valueOf, tolerance }) => Math.floor(valueOf(offer) / (tolerance + 1)));
}

/** The total energy, or where an offer has none, what its slices add up to. */
function totalEnergyOf({ totalEnergy, slices }: FlexOffer): EnergyBounds {
  return (
    totalEnergy ?? {
      lowerWh: slices.reduce((sum, { lowerWh }) => sum + lowerWh, 0),
      upperWh: slices.reduce((sum, { upperWh }) => sum + upperWh, 0),
    }
  );
}
