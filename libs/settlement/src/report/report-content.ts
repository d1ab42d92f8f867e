import type { WattHours } from '#flexoffer';
import type { Amount } from '../money/written-amount.js';
import type { RewardLine } from '../reward/reward-line.js';

/**
 * One delivery of a participant. Energies at the meter are consumption-positive; ordered and delivered energy have
 * the trade's sign. What cannot be known is null, and `missing` says why.
 */
export interface ReportLine {
  readonly tradeId: string;
  readonly flexOfferId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  /** ISO 8601, UTC. */
  readonly intervalStart: string;
  readonly baselineWh: WattHours | null;
  /** The baseline plus the member's schedule minus its default schedule. */
  readonly scheduledWh: WattHours | null;
  readonly actualWh: WattHours | null;
  readonly orderedWh: WattHours;
  readonly deliveredWh: WattHours | null;
  readonly deficiencyWh: WattHours | null;
  /** Gross, per kWh, from the trade. */
  readonly price: Amount;
  /** What the buyer pays for the delivered energy: the next three together, exactly. */
  readonly grossAmount: Amount | null;
  /** What this participant is paid: its share of it or, in delegated trading, the reward per kWh. */
  readonly amount: Amount | null;
  /** Below 0 where rewards are more than what the buyer pays. */
  readonly aggregatorAmount: Amount | null;
  readonly operatorAmount: Amount | null;
  /** What the buyer pays the operator on top, for the transfer of the delivered energy. */
  readonly transferAmount: Amount | null;
  /** What the participant owes the buyer. */
  readonly penalty: Amount | null;
  /** `meter value`, `baseline: <reason>`, or both, joined by `; `. Absent if nothing is missing. */
  readonly missing?: string;
  /** The meter value is an estimate. Absent if it is not. */
  readonly estimated?: boolean;
  /** The contract's method had no baseline for the day; this is the one that it names for such a day. */
  readonly fallbackMethod?: string;
  /** The baseline is by a method whose latest check on this meter broke its limits. Absent if it is not. */
  readonly outsideLimits?: boolean;
}

/** Sums over the lines that have money; `net` is `amount` minus `penalty`, and `rewards` are a part of `amount`. */
export interface ReportTotals {
  readonly grossAmount: Amount;
  readonly amount: Amount;
  readonly rewards: Amount;
  readonly penalty: Amount;
  readonly net: Amount;
  /** Value added tax on `amount`, paid on top of it. */
  readonly tax: Amount;
  /** What the participant receives in all: `net` plus `tax`. */
  readonly payable: Amount;
}

/** A settlement report without what only storage knows (its ids, version and the time of knowledge). */
export interface ReportContent {
  readonly participantId: string;
  readonly contractId: string;
  readonly contractVersion: number;
  readonly currency: string;
  /** ISO 8601, UTC, inclusive. */
  readonly from: string;
  /** ISO 8601, UTC, exclusive. */
  readonly to: string;
  /** By interval, trade id and FlexOffer id. */
  readonly lines: readonly ReportLine[];
  /** Of a delegated contract, beside those of the lines; by month, then by interval and offer. */
  readonly rewards: readonly RewardLine[];
  readonly totals: ReportTotals;
}
