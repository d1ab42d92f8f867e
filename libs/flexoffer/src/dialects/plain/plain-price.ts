import { isJsonObject } from '../message-fields.js';
import type { SignConvention } from '../sign.js';
import type { AskedPrice } from '../../flex-offer.js';

const MICRO = 1_000_000;

/** The prices that the plain reader takes, per kWh; higher ones are for the full reader to take or to refuse. */
const HIGHEST_PLAIN = 1000;

interface TariffMessage {
  readonly minTariff?: unknown;
  readonly maxTariff?: unknown;
}

/** What two tariffs ask, each of them a number; 0 without tariffs; undefined for anything else. */
export function plainPrice(value: unknown, sign: SignConvention): AskedPrice | undefined {
  if (value === undefined) return { up: 0, down: 0 };
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return undefined;
  const { minTariff, maxTariff }: TariffMessage = value;
  if (!isPlainPrice(minTariff) || !isPlainPrice(maxTariff)) return undefined;
  const positive = Math.round(maxTariff * MICRO) + 0;
  const negative = 0 - (Math.round(minTariff * MICRO) + 0);
  return sign === 'consumption-positive'
    ? { up: positive, down: negative }
    : { up: negative, down: positive };
}

function isPlainPrice(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= HIGHEST_PLAIN;
}
