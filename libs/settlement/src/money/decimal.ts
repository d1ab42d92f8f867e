import type { Result } from '#flexoffer';

/** Money in millionths of its currency. Exact: nothing between the edge and the ledger is a float. */
export type MicroMoney = bigint;

const MICRO_PER_UNIT = 1_000_000n;
const DECIMAL = /^(-?)(0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/;

/**
 * Reads a decimal string ("0.25", "-12.340000") as millionths: at most 12 digits before the point and 6 after
 * it, no exponent, no plus sign, no leading zeros. Never rounds: a seventh decimal is a fault.
 */
export function parseDecimal(text: string): Result<MicroMoney> {
  const match = DECIMAL.exec(text);
  if (match === null) {
    const message = 'must be a decimal number with at most 12 digits before and 6 after the point';
    return { ok: false, faults: [{ path: '', message }] };
  }
  const [, sign, whole = '0', fraction = ''] = match;
  const magnitude = BigInt(whole) * MICRO_PER_UNIT + BigInt(fraction.padEnd(6, '0'));
  return { ok: true, value: sign === '-' ? -magnitude : magnitude };
}

/** Millionths as a decimal string that always has six places: 12340000n is "12.340000". */
export function formatMicro(micro: MicroMoney): string {
  const magnitude = micro < 0n ? -micro : micro;
  const fraction = (magnitude % MICRO_PER_UNIT).toString().padStart(6, '0');
  return `${micro < 0n ? '-' : ''}${magnitude / MICRO_PER_UNIT}.${fraction}`;
}

/**
 * Millionths of a figure that this library has written itself with `formatMicro`, of whatever size.
 *
 * @throws RangeError if it is anything else, which is a bug of the caller
 */
export function microOf(written: string): MicroMoney {
  if (!/^-?\d+\.\d{6}$/.test(written)) throw new RangeError(`not an amount of six places: ${written}`);
  return BigInt(written.replace('.', ''));
}
