import type { ContractRewards } from '../contract/contract-rewards.js';
import type { Amount } from '../money/written-amount.js';

/**
 * One reward of a delegated contract. `amount = price * quantity * part / whole`, a half millionth rounded away from
 * zero.
 */
export interface RewardLine {
  readonly reward: Exclude<keyof ContractRewards, 'activationPerKwh'>;
  /** The month (`2024-03`), or the id of the FlexOffer. */
  readonly of: string;
  /** From the contract. */
  readonly price: Amount;
  /** Months, Wh, intervals or activations. */
  readonly quantity: number;
  /**
   * The share of the quantity that is paid: days in force of the days of the month; 1 kWh of 1000 Wh; of an offer that
   * was carried out, its delivered energy of the ordered one, in Wh.
   */
  readonly part: number;
  readonly whole: number;
  /** Null: not known, see `missing`. */
  readonly amount: Amount | null;
  /** What is not known. Absent if nothing is missing. */
  readonly missing?: string;
}
