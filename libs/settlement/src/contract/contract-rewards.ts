import type { MicroPerKwh } from '#flexoffer';

/**
 * What a delegated contract pays the prosumer, in place of the price of the trade. All are millionths of the
 * currency, at least 0. See `rewardLines` for what each is paid for.
 */
export interface ContractRewards {
  /** Per calendar month. */
  readonly fixedPerMonth: number;
  /** Per kWh by which an offer's total energy could vary. */
  readonly energyFlexPerKwh: MicroPerKwh;
  /** Per interval by which an offer's start could vary. */
  readonly timeFlexPerInterval: number;
  /** Per offer that was carried out. */
  readonly activationFixed: number;
  /** Per kWh delivered away from the default schedule. */
  readonly activationPerKwh: MicroPerKwh;
  /** Per interval by which an offer that was carried out started earlier or later than by default. */
  readonly activationPerStartInterval: number;
}

export const REWARD_NAMES = [
  'fixedPerMonth',
  'energyFlexPerKwh',
  'timeFlexPerInterval',
  'activationFixed',
  'activationPerKwh',
  'activationPerStartInterval',
] as const satisfies readonly (keyof ContractRewards)[];
