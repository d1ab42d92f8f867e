import type { IntervalIndex, WattHours } from '#flexoffer';
import type { LocalDay } from '../calendar/local-day.js';
import type { RewardFacts } from '../reward/reward-facts.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { TradedDelivery } from '../report/traded-delivery.js';

/** A meter value as it was known when the settlement was made. */
export interface EvidenceReading {
  readonly meterId: string;
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly source: string;
  readonly quality: string;
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
  readonly contract: SettlementContract;
  readonly holidays: readonly LocalDay[];
  /** Days on which the participant was asked to deviate. */
  readonly eventDays: readonly LocalDay[];
  /** One per trade, FlexOffer and interval. */
  readonly deliveries: readonly TradedDelivery[];
  /** At most one per interval; an interval without one is missing. */
  readonly readings: readonly EvidenceReading[];
  /** Of a delegated contract; absent: none, or in another report of the same contract. */
  readonly rewards?: RewardFacts;
}
