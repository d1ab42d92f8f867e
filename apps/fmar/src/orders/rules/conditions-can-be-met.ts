import type { BuyRule } from './market-rule.js';

/** Some interval asks for the minimum, and the order can trade at least until the next gate may close. */
export const conditionsCanBeMet: BuyRule = ({ intervals, minimumWh, validUntil }, { now }) => {
  const reasons: string[] = [];
  if (minimumWh !== undefined && !intervals.some(({ changeWh }) => Math.abs(changeWh) >= minimumWh))
    reasons.push(`the minimum of ${minimumWh} Wh is more than any interval asks for`);
  if (validUntil !== undefined && validUntil < now) reasons.push('its validity is past');
  return reasons;
};
