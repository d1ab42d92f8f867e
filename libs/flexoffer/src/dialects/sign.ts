import type { DependencyRow, EnergyBounds, ProbabilityPiece, WattHours } from '../flex-offer.js';

/**
 * Which direction a participant writes as positive. The FlexOffer specification contradicts itself: section 1.4
 * counts production positive, section 2.1 consumption; so it is configured per participant, never guessed.
 */
export type SignConvention = 'production-positive' | 'consumption-positive';

/** Energy from a participant's sign to consumption-positive or back: the same step both ways, never `-0`. */
export function turnEnergy(energy: WattHours, sign: SignConvention): WattHours {
  return sign === 'consumption-positive' ? energy : 0 - energy;
}

/** Bounds from a participant's sign to consumption-positive or back: turned bounds change places. */
export function turnBounds({ lowerWh, upperWh }: EnergyBounds, sign: SignConvention): EnergyBounds {
  if (sign === 'consumption-positive') return { lowerWh, upperWh };
  return { lowerWh: 0 - upperWh, upperWh: 0 - lowerWh };
}

/** A side of a polygon from a participant's sign to consumption-positive or back: both of its energies turn. */
export function turnRow({ a, b, cWh }: DependencyRow, sign: SignConvention): DependencyRow {
  return sign === 'consumption-positive' ? { a, b, cWh } : { a: 0 - a, b: 0 - b, cWh };
}

/**
 * A probability function from a participant's sign to consumption-positive or back: f(e) becomes f(-e), so the pieces
 * come in the opposite order and the coefficients of odd powers change their sign.
 */
export function turnPieces(
  pieces: readonly ProbabilityPiece[],
  sign: SignConvention,
): readonly ProbabilityPiece[] {
  if (sign === 'consumption-positive') return pieces;
  return pieces.toReversed().map(({ fromWh, toWh, coefficients }) => ({
    fromWh: 0 - toWh,
    toWh: 0 - fromWh,
    coefficients: coefficients.map((coefficient, power) => (power % 2 === 0 ? coefficient : 0 - coefficient)),
  }));
}
