import { surplusPenalty } from './marginal-segments.js';
import type { Position } from './sweeps.js';

/** The worth of all positions in micro-units of money, rounded down (`Clearing.surplusMicro`). Exact until then. */
export function surplusMicro(positions: readonly Position[]): number {
  const thousandths = positions.reduce(
    (sum, position) => sum + soldValue(position) - penalties(position),
    0n,
  );
  const rounded = thousandths / 1000n - (thousandths % 1000n < 0n ? 1n : 0n);
  return Number(rounded);
}

function soldValue({ seller, sales }: Position): bigint {
  return sales.reduce((sum, { request, soldWh }) => {
    const asked = request.direction > 0 ? seller.price.down : seller.price.up;
    return sum + BigInt(request.price - asked) * BigInt(soldWh);
  }, 0n);
}

function penalties({ seller, response, sales }: Position): bigint {
  const unsoldWh = response.changesWh.map(Math.abs);
  for (const { cell, soldWh } of sales) unsoldWh[cell] = unsoldWh[cell]! - soldWh;
  let sum = 0n;
  unsoldWh.forEach((energy, cell) => {
    const visible = seller.requests[cell];
    if (visible === undefined || energy === 0) return;
    const side = response.changesWh[cell]! > 0 ? visible.less : visible.more;
    sum += BigInt(surplusPenalty(side)) * BigInt(energy);
  });
  return sum;
}
