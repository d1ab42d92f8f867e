import type { Position } from './sweeps.js';

/** What all positions gain in micro-units of money, rounded down (`Clearing.surplusMicro`). Exact until then. */
export function surplusMicro(positions: readonly Position[]): number {
  const thousandths = positions.reduce((sum, position) => sum + gain(position), 0n);
  const rounded = thousandths / 1000n - (thousandths % 1000n < 0n ? 1n : 0n);
  return Number(rounded);
}

/** In Wh times micro per kWh. */
function gain({ seller, sales }: Position): bigint {
  return sales.reduce((sum, { request, soldWh }) => {
    const asked = request.direction > 0 ? seller.ask.down : seller.ask.up;
    return sum + BigInt(request.worth - asked) * BigInt(soldWh);
  }, 0n);
}
