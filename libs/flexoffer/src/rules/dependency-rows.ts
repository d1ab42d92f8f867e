import type { DependencyRow, FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** Larger coefficients and right-hand sides say nothing about energies below 100 MWh that doubles could hold. */
const MOST_COEFFICIENT = 1_000_000;
const MOST_WH = 1e15;

/** A slice with dependency rows has at least one; each row has finite numbers and says something about an energy. */
export function dependencyRows({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ dependency }, index) => {
    if (dependency === undefined) return [];
    const path = `flexOfferProfileConstraints[${index}].DependencyEnergyConstraintList`;
    if (dependency.length === 0) return [{ path, message: 'must have at least one row' }];
    return dependency.flatMap((row, number) => {
      const message = faultOf(row);
      return message === undefined ? [] : [{ path: `${path}[${number}]`, message }];
    });
  });
}

function faultOf({ a, b, cWh }: DependencyRow): string | undefined {
  const reasonable =
    Math.abs(a) <= MOST_COEFFICIENT && Math.abs(b) <= MOST_COEFFICIENT && Math.abs(cWh) <= MOST_WH;
  if (!reasonable) return `must have finite numbers within reason, not ${a}, ${b} and ${cWh} Wh`;
  return a === 0 && b === 0 ? 'has no coefficient other than 0' : undefined;
}
