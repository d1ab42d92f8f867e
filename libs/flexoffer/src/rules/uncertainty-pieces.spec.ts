import { describe, expect, it } from '@jest/globals';
import type { ProbabilityPiece } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { uncertaintyPieces } from './uncertainty-pieces.js';

const piece = (fromWh: number, toWh: number, ...coefficients: number[]): ProbabilityPiece => ({
  fromWh,
  toWh,
  coefficients,
});
const told = (...pieces: ProbabilityPiece[]) => {
  const uncertainty = { threshold: 0.9, pieces };
  const slices = [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5, uncertainty }];
  return uncertaintyPieces({ ...anOffer(), slices });
};
const functions = 'flexOfferProfileConstraints[0].UncertainFunctions';

describe('uncertaintyPieces', () => {
  it('FM-01 accepts pieces that meet, leave a gap or are a single energy', () => {
    expect(told(piece(-5, 0, 1), piece(0, 10, 1, -0.1), piece(20, 20, 0.5))).toEqual([]);
    expect(uncertaintyPieces(anOffer())).toEqual([]);
  });

  it('FM-01 refuses an uncertain slice without pieces', () => {
    expect(told()).toEqual([{ path: functions, message: 'must have at least one piece' }]);
  });

  it.each([
    ['begins at 9 Wh, before the end of the piece before it', piece(9, 20, 1)],
    ['goes from 30 down to 20 Wh', piece(30, 20, 1)],
    ['must have whole watt-hours of at most 100 MWh', piece(10, 20.5, 1)],
    ['must have whole watt-hours of at most 100 MWh', piece(10, Infinity, 1)],
    ['must have finite coefficients', piece(10, 20)],
    ['must have finite coefficients', piece(10, 20, 1, Number.NaN)],
  ])('FM-01 refuses a second piece that %s', (message, second) => {
    expect(told(piece(0, 10, 1), second)).toEqual([{ path: `${functions}[1]`, message }]);
  });
});
