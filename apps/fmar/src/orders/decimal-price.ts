import type { MicroPerKwh } from '#flexoffer';

/** Millionths as a decimal string with six places, exact: `-1500000` is `-1.500000`. */
export function decimalOfMicro(micro: MicroPerKwh): string {
  const digits = Math.abs(micro).toString().padStart(7, '0');
  return `${micro < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
