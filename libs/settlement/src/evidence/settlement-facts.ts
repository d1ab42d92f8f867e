import type { IntervalIndex, WattHours } from '#flexoffer';
import type { BaselineEvent } from '../baseline/baseline-event.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { RewardFacts } from '../reward/reward-facts.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import type { BaselineCheck } from './baseline-check.js';
import type { ReadingDay } from './reading-day.js';

/** Outdoor temperatures of one local day in degrees Celsius, one place per interval; null: unknown. */
export interface TemperatureDay {
  readonly day: LocalDay;
  readonly celsius: readonly (number | null)[];
}

/** What a participant said beforehand that its meter would show on one local day, one place per interval. */
export interface PrognosisDay {
  readonly day: LocalDay;
  /** The interval in which it arrived. */
  readonly submittedAt: IntervalIndex;
  /** Consumption-positive. */
  readonly energyWh: readonly WattHours[];
}

/**
 * Everything that a settlement depends on, as plain JSON: from equal facts comes an equal report, byte for byte,
 * whatever the order of the lists.
 */
export interface SettlementFacts {
  /** Intervals, `to` exclusive. */
  readonly period: { readonly from: IntervalIndex; readonly to: IntervalIndex };
  /** The market's time zone, an IANA name. */
  readonly zone: string;
  /** The meter whose readings these are; null: the devices have none. */
  readonly meterId: string | null;
  readonly contract: SettlementContract;
  readonly holidays: readonly LocalDay[];
  /** Days on which the participant was asked to deviate. */
  readonly eventDays: readonly LocalDay[];
  /** Days on which the connection or the meter was out of order. */
  readonly outageDays: readonly LocalDay[];
  /** What was asked for behind the meter on the days of the period, and from when on the participant could know. */
  readonly events: readonly BaselineEvent[];
  /** One per trade, FlexOffer and interval. */
  readonly deliveries: readonly TradedDelivery[];
  /** At most one per day; a day without one is missing. */
  readonly readings: readonly ReadingDay[];
  /** At most one per day. */
  readonly temperatures: readonly TemperatureDay[];
  /** At most one per day. */
  readonly prognoses: readonly PrognosisDay[];
  /** Of the contract's methods, the latest of each; a method without one has not been checked on this meter. */
  readonly baselineChecks: readonly BaselineCheck[];
  /** Of a delegated contract; absent: none, or in another report of the same contract. */
  readonly rewards?: RewardFacts;
}
