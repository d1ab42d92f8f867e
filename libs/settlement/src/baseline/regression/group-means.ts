import type { Matrix } from './solve.js';
import { solveNormalEquations } from './solve.js';

/** One observation of a group (a time of the week). */
export interface Observation {
  readonly group: number;
  readonly weight: number;
  readonly features: readonly number[];
  readonly value: number;
}

/** Weighted means of a group. */
interface Means {
  readonly features: readonly number[];
  readonly value: number;
}

/** A value for a group and features, or undefined for a group that was never observed. */
export type Predict = (group: number, features: readonly number[]) => number | undefined;

/**
 * Weighted least squares with a constant for each group and a slope for each feature. The constants are not solved
 * for but taken out first, by subtracting each group's means (Frisch and Waugh 1933): the same result from equations
 * of the size of the features instead of 672 more.
 */
export function fitWithGroupConstants(observations: readonly Observation[], featureCount: number): Predict {
  const means = groupMeans(observations, featureCount);
  const matrix = Array.from({ length: featureCount }, () => new Array<number>(featureCount).fill(0));
  const right = new Array<number>(featureCount).fill(0);
  for (const { group, weight, features, value } of observations) {
    const mean = means.get(group);
    if (mean === undefined) continue;
    const centred = features.map((feature, index) => feature - (mean.features[index] ?? 0));
    for (const [row, left] of centred.entries()) {
      right[row] = (right[row] ?? 0) + weight * left * (value - mean.value);
      addTo(matrix[row] ?? [], centred, weight * left);
    }
  }
  const slopes = solveNormalEquations(matrix satisfies Matrix, right);
  return (group, features) => {
    const mean = means.get(group);
    if (mean === undefined) return undefined;
    return features.reduce(
      (sum, feature, index) => sum + (slopes[index] ?? 0) * (feature - (mean.features[index] ?? 0)),
      mean.value,
    );
  };
}

function groupMeans(observations: readonly Observation[], featureCount: number): ReadonlyMap<number, Means> {
  const sums = new Map<number, { weight: number; value: number; features: number[] }>();
  for (const { group, weight, features, value } of observations) {
    const sum = sums.get(group) ?? { weight: 0, value: 0, features: new Array<number>(featureCount).fill(0) };
    sum.weight += weight;
    sum.value += weight * value;
    addTo(sum.features, features, weight);
    sums.set(group, sum);
  }
  return new Map(
    [...sums].map(([group, { weight, value, features }]) => [
      group,
      { value: value / weight, features: features.map((feature) => feature / weight) },
    ]),
  );
}

function addTo(sums: number[], values: readonly number[], factor: number): void {
  for (const [index, value] of values.entries()) sums[index] = (sums[index] ?? 0) + factor * value;
}
