import type { MeterDirection } from '../meter-value.js';

/** A register of active energy. */
export interface RegisterName {
  /** Without medium and channel: `1.8.0`. */
  readonly name: string;
  readonly direction: MeterDirection;
  /** 0: all tariffs together. */
  readonly tariff: number;
}

/** OBIS, IEC 62056-61: `A-B:` medium and channel, `C.D.E` quantity, processing and tariff, `*F` storage. */
const OBIS = /^(?:1-\d{1,3}:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\*255)?$/;

/**
 * Reads the OBIS code of a register, `1-1:1.8.2` or `1.8.2`.
 *
 * @returns undefined for text that is no such code; `other` for a register of something else than active energy
 *   (reactive energy, maximum demand, the value of an earlier period)
 */
export function registerName(obis: string): RegisterName | 'other' | undefined {
  const [, quantity, processing, tariff] = OBIS.exec(obis) ?? [];
  if (quantity === undefined || processing === undefined || tariff === undefined) return undefined;
  if (processing !== '8' || (quantity !== '1' && quantity !== '2')) return 'other';
  return {
    name: `${quantity}.8.${Number(tariff)}`,
    direction: quantity === '1' ? 'import' : 'export',
    tariff: Number(tariff),
  };
}
