import type { MicroPerKwh } from '#flexoffer';
import type { PricingPolicy } from '../clearing.js';
import type { Match } from './match.js';
import { midPoint } from './mid-point.js';
import { payAsBid } from './pay-as-bid.js';
import { payAsClear } from './pay-as-clear.js';

const POLICIES: Readonly<Record<PricingPolicy, (matches: readonly Match[]) => MicroPerKwh[]>> = {
  'pay-as-bid': payAsBid,
  'pay-as-clear': payAsClear,
  'mid-point': midPoint,
};

/**
 * What the seller of each match gets per kWh: between its ask and what the buyer's bid leaves after the transfer, so
 * that neither loses. The buyer pays that and the transfer: what is paid is what is received plus the transfer.
 */
export const pricesOf = (matches: readonly Match[], policy: PricingPolicy): MicroPerKwh[] =>
  POLICIES[policy](matches);
