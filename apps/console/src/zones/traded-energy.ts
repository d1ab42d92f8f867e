/** How much is to change, both ways counted up: what is asked for up and down does not cancel out. */
export interface TradedEnergy {
  /** Less consumption or more production, kWh. */
  readonly less: number;
  /** More consumption or less production, kWh, not negative either. */
  readonly more: number;
  readonly total: number;
}

/** @param changes in kWh with the buyer's sign */
export function tradedEnergy(changes: readonly number[]): TradedEnergy {
  let less = 0;
  let more = 0;
  for (const change of changes) {
    if (change > 0) less += change;
    else more -= change;
  }
  return { less, more, total: less + more };
}
