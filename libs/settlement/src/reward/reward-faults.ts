import type { Fault } from '#flexoffer';
import { REWARD_NAMES } from '../contract/contract-rewards.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { OfferedFlexibility, RewardFacts, RewardedMonth } from './reward-facts.js';

/** Small enough that every sum stays exact. */
const MOST = 1e12;
const MOST_DAYS = 31;

/** Everything that keeps rewards from being settled. Empty if they are in order. */
export function rewardFaults({ rewards }: SettlementContract, facts: RewardFacts | undefined): Fault[] {
  const prices = REWARD_NAMES.map((name) => ({
    path: `contract.rewards.${name}`,
    value: rewards?.[name] ?? 0,
  }));
  const months = facts?.months ?? [];
  const offers = facts?.offers ?? [];
  return [
    ...prices.flatMap(({ path, value }) =>
      isCount(value) ? [] : { path, message: 'must be an integer from 0 to 1e12' },
    ),
    ...months.flatMap((month, index) => monthFaults(month, `rewards.months[${index}]`)),
    ...offers.flatMap((offer, index) => offerFaults(offer, `rewards.offers[${index}]`)),
    ...repeated(
      'rewards.months',
      months.map(({ month }) => month),
    ),
    ...repeated(
      'rewards.offers',
      offers.map(({ flexOfferId }) => flexOfferId),
    ),
  ];
}

function monthFaults({ month, days }: RewardedMonth, path: string): Fault[] {
  const right = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && isCount(days) && days <= MOST_DAYS;
  return right ? [] : [{ path, message: 'must be a month and its days' }];
}

function offerFaults(offer: OfferedFlexibility, path: string): Fault[] {
  const { interval, energyFlexWh, timeFlexIntervals, startShiftIntervals } = offer;
  const right = [interval, energyFlexWh, timeFlexIntervals, startShiftIntervals ?? 0].every(isCount);
  return right ? [] : [{ path, message: 'must have integers from 0 to 1e12' }];
}

function repeated(path: string, keys: readonly string[]): Fault[] {
  return new Set(keys).size === keys.length ? [] : [{ path, message: 'must be different ones' }];
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MOST;
}
