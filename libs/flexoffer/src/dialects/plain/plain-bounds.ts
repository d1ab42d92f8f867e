import { isJsonObject } from '../message-fields.js';
import { turnBounds, type SignConvention } from '../sign.js';
import { whOfKwh } from '../../energy/kwh.js';
import type { EnergyBounds } from '../../flex-offer.js';

/** The energies that the plain reader takes, in kWh; larger ones are for the full reader to take or to refuse. */
export const MOST_PLAIN_KWH = 1e6;

interface BoundsMessage {
  readonly lower?: unknown;
  readonly upper?: unknown;
  readonly lowerBound?: unknown;
  readonly upperBound?: unknown;
}

/** Bounds that are written as two numbers in kWh, in order and at least a watt-hour apart or whole; else undefined. */
export function plainBounds(value: unknown, sign: SignConvention): EnergyBounds | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return undefined;
  const bounds: BoundsMessage = value;
  const lower = bounds.lower === undefined ? bounds.lowerBound : bounds.lower;
  const upper = bounds.upper === undefined ? bounds.upperBound : bounds.upper;
  if (!isPlainKwh(lower) || !isPlainKwh(upper)) return undefined;
  const lowerWh = whOfKwh(lower, 'up');
  const upperWh = whOfKwh(upper, 'down');
  return lower <= upper && lowerWh <= upperWh ? turnBounds({ lowerWh, upperWh }, sign) : undefined;
}

export function isPlainKwh(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MOST_PLAIN_KWH;
}
