import { IANAZone } from 'luxon';
import type { Fault } from '#flexoffer';
import type { BaselineEvent } from '../baseline/baseline-event.js';
import { baselineMethod } from '../baseline/baseline-methods.js';
import { rewardFaults } from '../reward/reward-faults.js';
import { WHOLE_SHARE } from '../money/split.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { deliveryKey } from '../report/traded-delivery.js';
import { MOST_WH, check, isEnergy, isInteger, isInterval, repeated } from './fact-checks.js';
import { seriesFaults } from './series-faults.js';
import type { SettlementFacts } from './settlement-facts.js';

/** A thousand times what an order would have earned. */
const MOST_PENALTY_CAP = 1000 * WHOLE_SHARE;

/** Everything that keeps facts from being settled. Empty if they are in order. */
export function settlementFaults(facts: SettlementFacts): Fault[] {
  const { period, zone, contract, deliveries } = facts;
  if (!IANAZone.create(zone).isValid) return [{ path: 'zone', message: 'must be an IANA time zone' }];
  return [
    ...check(
      'period',
      isInterval(period.from) && isInterval(period.to) && period.from <= period.to,
      'must be intervals in order',
    ),
    ...contractFaults(contract),
    ...rewardFaults(contract, facts.rewards),
    ...deliveries.flatMap((delivery, index) => deliveryFaults(delivery, `deliveries[${index}]`, contract)),
    ...seriesFaults(facts),
    ...eventFaults(facts.events),
    ...repeated('deliveries', deliveries.map(deliveryKey), 'must be one per trade, FlexOffer and interval'),
  ];
}

function contractFaults(contract: SettlementContract): Fault[] {
  const {
    baselineMethod: name,
    baselineFallback: fallback,
    penaltyPerKwh,
    toleranceWh,
    penaltyCap,
    shares,
    taxRate,
  } = contract;
  const parts = [shares.prosumer, shares.aggregator, shares.operator];
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = parts.every((part) => isInteger(part, 0, WHOLE_SHARE)) && sum === WHOLE_SHARE;
  return [
    ...methodFaults('contract.baselineMethod', name),
    ...(fallback === undefined ? [] : methodFaults('contract.baselineFallback', fallback)),
    ...check(
      'contract.penaltyPerKwh',
      isInteger(penaltyPerKwh, 0, Number.MAX_SAFE_INTEGER),
      'must be an integer of at least 0',
    ),
    ...check('contract.toleranceWh', isInteger(toleranceWh, 0, MOST_WH), 'must be an integer from 0 to 1e12'),
    ...check(
      'contract.penaltyCap',
      isInteger(penaltyCap ?? 0, 0, MOST_PENALTY_CAP),
      'must be parts per million, at most 1000 times the whole',
    ),
    ...check('contract.taxRate', isInteger(taxRate ?? 0, 0, WHOLE_SHARE), 'must be parts per million'),
    ...check('contract.shares', whole, 'must be parts per million that sum to 1000000'),
  ];
}

function methodFaults(path: string, name: string): Fault[] {
  const method = baselineMethod(name);
  return method.ok ? [] : method.faults.map(({ message }) => ({ path, message }));
}

function deliveryFaults(delivery: TradedDelivery, path: string, contract: SettlementContract): Fault[] {
  const { interval, orderedWh, defaultWh, scheduledWh, price, participantId } = delivery;
  return [
    ...check(
      `${path}.participantId`,
      participantId === contract.participantId,
      "must be the contract's participant",
    ),
    ...check(`${path}.interval`, isInterval(interval), 'must be an interval'),
    ...check(
      path,
      [orderedWh, defaultWh, scheduledWh].every(isEnergy),
      'must have energies in whole Wh up to 1e12',
    ),
    ...check(`${path}.price`, Number.isSafeInteger(price), 'must be an integer'),
  ];
}

function eventFaults(events: readonly BaselineEvent[]): Fault[] {
  return events.flatMap(({ from, to, notifiedAt }, index) =>
    check(
      `events[${index}]`,
      [from, to, notifiedAt].every(isInterval) && from < to,
      'must be intervals, from before to',
    ),
  );
}
