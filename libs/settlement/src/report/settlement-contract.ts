import type { MicroPerKwh, WattHours } from '#flexoffer';
import type { ContractRewards } from '../contract/contract-rewards.js';
import type { ContractShares } from '../money/contract-shares.js';

/** The terms of one version of a participant's contract, as far as money depends on them. */
export interface SettlementContract {
  readonly id: string;
  readonly version: number;
  readonly participantId: string;
  readonly currency: string;
  /** The name of a baseline method. */
  readonly baselineMethod: string;
  /** The method for days on which the first one has no baseline; absent: such a day is not settled. */
  readonly baselineFallback?: string;
  /** Do not settle by a method whose latest check on the meter broke its limits; absent: settle, and say so. */
  readonly refuseOutsideLimits?: boolean;
  /** At least 0. */
  readonly penaltyPerKwh: MicroPerKwh;
  /** A deficiency of the participant in an interval up to and including this much costs no penalty. */
  readonly toleranceWh: WattHours;
  /**
   * The most penalty of a line, in parts per million of what its whole order would have earned: 1000000 is never more
   * than that. Absent: no limit.
   */
  readonly penaltyCap?: number;
  /** Of what the buyer pays. Where there are rewards, the prosumer's share is the aggregator's, who pays them. */
  readonly shares: ContractShares;
  /** Value added tax on what the participant earns, in parts per million; absent: none. */
  readonly taxRate?: number;
  /** Delegated trading; absent: direct trading, in which the trade's price is paid. */
  readonly rewards?: ContractRewards;
}
