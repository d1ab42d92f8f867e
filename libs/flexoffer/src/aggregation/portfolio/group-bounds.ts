import { NUMBERS_PER_UNIT, type OfferColumns } from '../columns/offer-columns.js';
import type { Limit, Range } from './pack-in-order.js';

/** How large each group must and may be. */
export interface GroupBounds {
  /** How many members. */
  readonly members?: Range;
  /** The sum over the members of the most that each can take or give: the larger size of its two total bounds, in Wh. */
  readonly energyWh?: Range;
}

/** The bounds as limits on slots of the columns. */
export function limitsOf({ members, energyWh }: GroupBounds, columns: OfferColumns): Limit<number>[] {
  const limits: Limit<number>[] = [];
  if (members !== undefined) limits.push({ range: members, valueOf: () => 1 });
  if (energyWh !== undefined)
    limits.push({ range: energyWh, valueOf: (slot) => mostEnergyOf(slot, columns) });
  return limits;
}

function mostEnergyOf(slot: number, { offset, length, energies }: OfferColumns): number {
  let lower = 0;
  let upper = 0;
  const start = NUMBERS_PER_UNIT * offset[slot]!;
  const end = start + NUMBERS_PER_UNIT * length[slot]!;
  for (let at = start; at < end; at += NUMBERS_PER_UNIT) {
    lower += energies[at]!;
    upper += energies[at + 2]!;
  }
  return Math.max(Math.abs(lower), Math.abs(upper));
}
