import { DateTime } from 'luxon';
import type { ContractRewards } from '../contract/contract-rewards.js';
import { formatMicro } from '../money/decimal.js';
import { divideRounded } from '../money/rounding.js';
import type { ReportLine } from '../report/report-content.js';
import {
  sortedRewards,
  type OfferedFlexibility,
  type RewardFacts,
  type RewardedMonth,
} from './reward-facts.js';
import type { RewardLine } from './reward-line.js';

type Unpriced = Omit<RewardLine, 'price' | 'amount'>;

/**
 * The rewards of a delegated contract that no delivery's line holds:
 *
 * - `fixedPerMonth`: pro rata by local days in force;
 * - `energyFlexPerKwh`, `timeFlexPerInterval`: for the flexibility of every offer, bought or not;
 * - `activationFixed`, `activationPerStartInterval`: for an offer that was activated, in proportion to the delivered
 *   part of the energy ordered of it in this period. Nothing delivered, nothing paid.
 *
 * `activationPerKwh` is the `amount` of the deliveries' own lines. A reward that the contract does not have, or whose
 * quantity is 0, makes no line.
 *
 * @param lines of all deliveries of the report
 * @returns by month, then by interval and offer
 */
export function rewardLines(
  rewards: ContractRewards,
  facts: RewardFacts,
  lines: readonly ReportLine[],
): RewardLine[] {
  const { months, offers } = sortedRewards(facts);
  const unpriced = [
    ...months.map(ofMonth),
    ...offers.flatMap((offer) => [...ofFlexibility(offer), ...ofActivation(offer, lines)]),
  ];
  return unpriced
    .filter(({ reward, quantity }) => rewards[reward] !== 0 && quantity !== 0)
    .map((line) => priced(line, rewards[line.reward]));
}

function priced(line: Unpriced, price: number): RewardLine {
  const { quantity, part, whole, missing } = line;
  const amount = divideRounded(BigInt(price) * BigInt(quantity) * BigInt(part), BigInt(whole));
  return {
    ...line,
    price: formatMicro(BigInt(price)),
    amount: missing === undefined ? formatMicro(amount) : null,
  };
}

function ofMonth({ month, days }: RewardedMonth): Unpriced {
  const whole = DateTime.fromISO(month, { zone: 'utc' }).daysInMonth;
  if (whole === undefined) throw new RangeError(`not a month: ${month}`);
  return { reward: 'fixedPerMonth', of: month, quantity: 1, part: days, whole };
}

function ofFlexibility({ flexOfferId: of, energyFlexWh, timeFlexIntervals }: OfferedFlexibility): Unpriced[] {
  return [
    { reward: 'energyFlexPerKwh', of, quantity: energyFlexWh, part: 1, whole: 1000 },
    { reward: 'timeFlexPerInterval', of, quantity: timeFlexIntervals, part: 1, whole: 1 },
  ];
}

function ofActivation(
  { flexOfferId: of, startShiftIntervals }: OfferedFlexibility,
  lines: readonly ReportLine[],
): Unpriced[] {
  const own = lines.filter((line) => line.flexOfferId === of && line.orderedWh !== 0);
  if (startShiftIntervals === null || own.length === 0) return [];
  const known = own.every(({ deliveredWh }) => deliveredWh !== null);
  const share = {
    part: own.reduce((sum, { deliveredWh }) => sum + Math.abs(deliveredWh ?? 0), 0),
    whole: own.reduce((sum, { orderedWh }) => sum + Math.abs(orderedWh), 0),
    ...(known ? {} : { missing: 'delivery' }),
  };
  return [
    { reward: 'activationFixed', of, quantity: 1, ...share },
    { reward: 'activationPerStartInterval', of, quantity: startShiftIntervals, ...share },
  ];
}
