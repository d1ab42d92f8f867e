import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** Sides of a dependency polygon, and pieces of a probability function: the field uses fewer than ten. */
const MOST_ROWS = 64;
const MOST_PIECES = 64;
/** A polynomial of degree 8. */
const MOST_COEFFICIENTS = 9;

/** Nothing in a profile is longer than its use can explain, so that judging an offer costs no more than an offer should. */
export function sizesWithinLimits({ slices, runningTotal }: FlexOffer): Fault[] {
  const path = 'flexOfferProfileConstraints';
  if (slices.length > MOST_INTERVALS) return tooMany(path, slices.length, MOST_INTERVALS, 'slices');
  return [
    ...slices.flatMap((slice, index) => sliceSizes(slice, `${path}[${index}]`)),
    ...tooMany('subTotalEnergyConstraint', runningTotal?.length ?? 0, MOST_INTERVALS, 'pairs'),
  ];
}

function sliceSizes({ dependency = [], uncertainty }: Slice, path: string): Fault[] {
  const pieces = uncertainty?.pieces ?? [];
  const functions = `${path}.UncertainFunctions`;
  const rows = tooMany(`${path}.DependencyEnergyConstraintList`, dependency.length, MOST_ROWS, 'rows');
  if (pieces.length > MOST_PIECES)
    return [...rows, ...tooMany(functions, pieces.length, MOST_PIECES, 'pieces')];
  const terms = pieces.flatMap(({ coefficients }, index) =>
    tooMany(`${functions}[${index}]`, coefficients.length, MOST_COEFFICIENTS, 'coefficients'),
  );
  return [...rows, ...terms];
}

function tooMany(path: string, count: number, most: number, what: string): Fault[] {
  return count <= most ? [] : [{ path, message: `has ${count} ${what}, more than ${most}` }];
}
