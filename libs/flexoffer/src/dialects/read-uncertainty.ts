import type { ProbabilityPiece, Uncertainty } from '../flex-offer.js';
import { whOfKwh } from '../energy/kwh.js';
import type { EnergyScale } from './energy-scale.js';
import { CONSTRAINTS } from './known-fields.js';
import type { MessageFields } from './message-fields.js';
import { turnPieces } from './sign.js';

const MOST_PIECES = 16;
/** Polynomials of degree 7; the time to find where one reaches its threshold grows with the square of it. */
const MOST_COEFFICIENTS = 8;

/**
 * What an uncertain slice knows of itself: `UncertainThreshold`, above 0 and at most 1, and `UncertainFunctions`. The
 * specification leaves the form of the functions open; here each is a list of pieces
 *
 * ```
 * {"from": 0, "to": 2, "coefficients": [0.2, 0.4]}      0.2 + 0.4*e for energies e from 0 to 2 kWh
 * ```
 *
 * `from` and `to` are in the message's unit and rounded inwards to whole watt-hours; e is always in kWh. Pieces may
 * come in any order and must not overlap; outside them the probability is 0.
 */
export function readUncertainty(slice: MessageFields, scale: EnergyScale): Uncertainty | undefined {
  const functions = slice.findAnyCase(CONSTRAINTS.functions);
  const threshold = slice.findAnyCase(CONSTRAINTS.threshold);
  if (functions === undefined && threshold === undefined) return undefined;
  if (functions === undefined) return slice.fault('UncertainFunctions', 'is missing beside its threshold');
  if (threshold === undefined) return slice.fault('UncertainThreshold', 'is missing beside its functions');
  const value = slice.number(threshold.name);
  if (value !== undefined && !(value > 0 && value <= 1))
    return slice.fault(threshold.name, 'must be a probability above 0 and at most 1');
  const pieces = readPieces(slice, functions.name, scale);
  return value === undefined || pieces === undefined ? undefined : { threshold: value, pieces };
}

function readPieces(
  slice: MessageFields,
  name: string,
  scale: EnergyScale,
): readonly ProbabilityPiece[] | undefined {
  const entries = slice.objects(MOST_PIECES, name);
  const pieces = entries
    ?.map((entry) => readPiece(entry, scale))
    .filter((piece) => piece !== undefined)
    .sort((one, other) => one.fromWh - other.fromWh || one.toWh - other.toWh);
  if (pieces === undefined || pieces.length < (entries?.length ?? 0)) return undefined;
  if (pieces.length === 0) return slice.fault(name, 'must have at least one piece');
  if (pieces.some(({ fromWh }, index) => index > 0 && fromWh < (pieces[index - 1]?.toWh ?? fromWh)))
    return slice.fault(name, 'has pieces that overlap');
  return turnPieces(pieces, scale.sign);
}

function readPiece(piece: MessageFields, scale: EnergyScale): ProbabilityPiece | undefined {
  const from = scale.required(piece, 'from');
  const to = scale.required(piece, 'to');
  const coefficients = piece.numbers(MOST_COEFFICIENTS, 'coefficients');
  if (!piece.has('coefficients') || coefficients?.length === 0)
    return piece.fault('coefficients', 'is missing');
  if (from === undefined || to === undefined || coefficients === undefined) return undefined;
  const [fromWh, toWh] = [whOfKwh(from, 'up'), whOfKwh(to, 'down')];
  if (fromWh <= toWh) return { fromWh, toWh, coefficients: coefficients.map((each) => each + 0) };
  return piece.fault('to', 'leaves no whole watt-hour from the start of the piece');
}
