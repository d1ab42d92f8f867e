import type { FlexOffer, ProbabilityPiece } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { isReasonableEnergy } from './energies-within-reason.js';

/** An uncertain slice has pieces of probability, from low to high energies without overlap (ends may meet), with finite coefficients. */
export function uncertaintyPieces({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ uncertainty }, index) => {
    if (uncertainty === undefined) return [];
    const path = `flexOfferProfileConstraints[${index}].UncertainFunctions`;
    const { pieces } = uncertainty;
    if (pieces.length === 0) return [{ path, message: 'must have at least one piece' }];
    return pieces.flatMap((piece, number) => {
      const message = faultOf(piece, pieces[number - 1]);
      return message === undefined ? [] : [{ path: `${path}[${number}]`, message }];
    });
  });
}

function faultOf(piece: ProbabilityPiece, previous: ProbabilityPiece | undefined): string | undefined {
  const { fromWh, toWh, coefficients } = piece;
  if (!isReasonableEnergy(fromWh) || !isReasonableEnergy(toWh))
    return 'must have whole watt-hours of at most 100 MWh';
  if (fromWh > toWh) return `goes from ${fromWh} down to ${toWh} Wh`;
  if (coefficients.length === 0 || !coefficients.every(Number.isFinite))
    return 'must have finite coefficients';
  if (previous === undefined || !(fromWh < previous.toWh)) return undefined;
  return `begins at ${fromWh} Wh, before the end of the piece before it`;
}
