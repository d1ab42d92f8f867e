import { askedOfSale } from './asked-of-sale.js';
import type { Position } from './sweeps.js';

/** What all positions gain in micro-units of money, rounded down (`Clearing.surplusMicro`). Exact until then. */
export function surplusMicro(positions: readonly Position[]): number {
  const thousandths = positions.reduce((sum, position) => sum + gain(position), 0n);
  const rounded = thousandths / 1000n - (thousandths % 1000n < 0n ? 1n : 0n);
  return Number(rounded);
}

/** In Wh times micro per kWh. */
function gain(position: Position): bigint {
  return position.sales.reduce(
    (sum, sale) => sum + BigInt(sale.request.worth - askedOfSale(position, sale)) * BigInt(sale.soldWh),
    0n,
  );
}
