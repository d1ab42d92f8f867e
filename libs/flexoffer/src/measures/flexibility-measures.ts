import type { FlexOffer, WattHours } from '../flex-offer.js';
import { absoluteArea } from './absolute-area.js';
import { energyExtent } from './energy-extent.js';
import { energyFlexibility } from './energy-flexibility.js';
import { numberOfAssignments, type NumberOfAssignments } from './number-of-assignments.js';
import { relativeArea } from './relative-area.js';
import { seriesFlexibility } from './series-flexibility.js';
import { timeFlexibility } from './time-flexibility.js';
import { vectorFlexibility, type VectorFlexibility } from './vector-flexibility.js';

/** How flexible one offer is, by every measure of the literature; what each means stands in its own file. */
export interface FlexibilityMeasures {
  readonly timeIntervals: number;
  readonly energyWh: WattHours;
  /** Time times energy flexibility, in interval * Wh: 0 where one of them is. */
  readonly product: number;
  readonly vector: VectorFlexibility;
  readonly seriesWh: number;
  readonly assignments: NumberOfAssignments;
  readonly absoluteAreaWh: WattHours;
  /** Absent where it is not defined. */
  readonly relativeArea?: number;
}

/**
 * All measures of an offer that acceptance has let pass, of any kind. None is negative; all are 0 (and there is one
 * assignment) for an offer that leaves no choice. They do not depend on the direction: an offer and its mirror image
 * in production measure the same. A slice of variable duration counts with its `minDuration`, except in the number of
 * assignments.
 */
export function flexibilityMeasures(offer: FlexOffer): FlexibilityMeasures {
  const extent = energyExtent(offer);
  const timeIntervals = timeFlexibility(offer);
  const energyWh = energyFlexibility(extent);
  const absoluteAreaWh = absoluteArea(extent, timeIntervals);
  const relative = relativeArea(extent, absoluteAreaWh);
  return {
    timeIntervals,
    energyWh,
    product: timeIntervals * energyWh,
    vector: vectorFlexibility(timeIntervals, energyWh),
    seriesWh: seriesFlexibility(extent.units),
    assignments: numberOfAssignments(offer),
    absoluteAreaWh,
    ...(relative === undefined ? {} : { relativeArea: relative }),
  };
}
