import { IANAZone } from 'luxon';
import type { Fault, IntervalIndex } from '#flexoffer';
import { baselineMethod } from '../baseline/baseline-methods.js';
import { rewardFaults } from '../reward/reward-faults.js';
import { WHOLE_SHARE } from '../money/split.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { deliveryKey } from '../report/traded-delivery.js';
import type { EvidenceReading, SettlementFacts } from './settlement-facts.js';

/** More than any connection moves in a quarter of an hour, and small enough that sums stay exact: 1 TWh. */
const MOST_WH = 1e12;

/** From 1970 into the year 4821. */
const LAST_INTERVAL: IntervalIndex = 1e8;

/** Everything that keeps facts from being settled. Empty if they are in order. */
export function settlementFaults(facts: SettlementFacts): Fault[] {
  const { period, zone, contract, deliveries, readings } = facts;
  return [
    ...check(
      'period',
      isInterval(period.from) && isInterval(period.to) && period.from <= period.to,
      'must be intervals in order',
    ),
    ...check('zone', IANAZone.isValidZone(zone), 'must be an IANA time zone'),
    ...contractFaults(contract),
    ...rewardFaults(contract, facts.rewards),
    ...deliveries.flatMap((delivery, index) => deliveryFaults(delivery, `deliveries[${index}]`, contract)),
    ...readings.flatMap((reading, index) => readingFaults(reading, `readings[${index}]`)),
    ...repeated('deliveries', deliveries.map(deliveryKey), 'must be one per trade, FlexOffer and interval'),
    ...repeated(
      'readings',
      readings.map(({ interval }) => interval),
      'must be one per interval',
    ),
  ];
}

function contractFaults(contract: SettlementContract): Fault[] {
  const { baselineMethod: name, penaltyPerKwh, toleranceWh, shares, taxRate } = contract;
  const method = baselineMethod(name);
  const parts = [shares.prosumer, shares.aggregator, shares.operator];
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = parts.every((part) => isInteger(part, 0, WHOLE_SHARE)) && sum === WHOLE_SHARE;
  return [
    ...(method.ok ? [] : method.faults.map(({ message }) => ({ path: 'contract.baselineMethod', message }))),
    ...check(
      'contract.penaltyPerKwh',
      isInteger(penaltyPerKwh, 0, Number.MAX_SAFE_INTEGER),
      'must be an integer of at least 0',
    ),
    ...check('contract.toleranceWh', isInteger(toleranceWh, 0, MOST_WH), 'must be an integer from 0 to 1e12'),
    ...check('contract.taxRate', isInteger(taxRate ?? 0, 0, WHOLE_SHARE), 'must be parts per million'),
    ...check('contract.shares', whole, 'must be parts per million that sum to 1000000'),
  ];
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

function readingFaults({ interval, importWh, exportWh }: EvidenceReading, path: string): Fault[] {
  return [
    ...check(`${path}.interval`, isInterval(interval), 'must be an interval'),
    ...check(path, isEnergy(importWh) && isEnergy(exportWh), 'must have energies in whole Wh up to 1e12'),
  ];
}

function repeated(path: string, keys: readonly (string | number)[], message: string): Fault[] {
  return check(path, new Set(keys).size === keys.length, message);
}

function check(path: string, right: boolean, message: string): Fault[] {
  return right ? [] : [{ path, message }];
}

function isInterval(value: number): boolean {
  return isInteger(value, 0, LAST_INTERVAL);
}

function isEnergy(value: number): boolean {
  return isInteger(value, -MOST_WH, MOST_WH);
}

function isInteger(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
