import type { BuySubmission } from '../order-submission.js';

/** 100 MWh in a quarter-hour: more is a mistake of unit, not a request. */
const MOST_WH = 100_000_000;

/** A buy order asks for whole watt-hours, and in each interval that it names for some. */
export function energiesWhole({ intervals }: BuySubmission): string[] {
  const whole = intervals.every(
    ({ changeWh }) => Number.isSafeInteger(changeWh) && changeWh !== 0 && Math.abs(changeWh) <= MOST_WH,
  );
  return whole ? [] : [`energies must be whole watt-hours, not zero, and at most ${MOST_WH}`];
}
