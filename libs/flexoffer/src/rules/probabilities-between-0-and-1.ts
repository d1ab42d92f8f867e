import { monotoneCuts, valueAt } from '../conversion/polynomial.js';
import { kwhOfWh } from '../energy/kwh.js';
import type { FlexOffer, ProbabilityPiece } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { uncertaintyPieces } from './uncertainty-pieces.js';

/** Coefficients arrive rounded. */
const TOLERANCE = 1e-6;

/** Probabilities of uncertain slices lie between 0 and 1: at the ends of every piece, and where it turns between them. */
export function probabilitiesBetween0And1(offer: FlexOffer): Fault[] {
  if (uncertaintyPieces(offer).length > 0) return [];
  return offer.slices.flatMap(({ uncertainty }, index) =>
    (uncertainty?.pieces ?? []).flatMap((piece, number) => {
      const wrong = wrongEnergyOf(piece);
      if (wrong === undefined) return [];
      const probability = valueAt(piece.coefficients, wrong);
      return [
        {
          path: `flexOfferProfileConstraints[${index}].UncertainFunctions[${number}]`,
          message: `gives ${wrong} kWh a probability of ${probability}`,
        },
      ];
    }),
  );
}

/** The first energy, in kWh, among those where the piece is highest and lowest, that has no probability. */
function wrongEnergyOf({ fromWh, toWh, coefficients }: ProbabilityPiece): number | undefined {
  const from = kwhOfWh(fromWh);
  const to = kwhOfWh(toWh);
  return [from, ...monotoneCuts(coefficients, from, to), to].find((energy) => {
    const probability = valueAt(coefficients, energy);
    return !(probability >= -TOLERANCE && probability <= 1 + TOLERANCE);
  });
}
