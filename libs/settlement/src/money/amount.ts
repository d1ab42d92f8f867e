import type { WattHours } from '#flexoffer';
import type { MicroMoney } from './decimal.js';
import { divideRounded } from './rounding.js';

const WATT_HOURS_PER_KWH = 1000n;

/**
 * What `energyWh` cost at a price per kWh: price * Wh / 1000 in millionths, a half rounded away from zero. The
 * sign is the product of both signs.
 *
 * @param energyWh an integer
 * @param priceMicroPerKwh an integer, millionths of the currency per kWh
 * @throws RangeError if either is not an integer
 */
export function amountMicro(energyWh: WattHours, priceMicroPerKwh: bigint | number): MicroMoney {
  return divideRounded(BigInt(energyWh) * BigInt(priceMicroPerKwh), WATT_HOURS_PER_KWH);
}
