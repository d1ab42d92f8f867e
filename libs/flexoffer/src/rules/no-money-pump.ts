import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { pricesOf } from './prices-of.js';
import { isReasonablePrice } from './prices-within-reason.js';

/**
 * A kWh up and the same kWh down again do not cost less than nothing together: whoever asked for both would earn
 * without end. In the message that is a minTariff above its maxTariff, whichever way its sender counts.
 */
export function noMoneyPump(offer: FlexOffer): Fault[] {
  return pricesOf(offer)
    .filter(({ price: { up, down } }) => isReasonablePrice(up) && isReasonablePrice(down) && up + down < 0)
    .map(({ price: { up, down }, path }) => ({
      path,
      message: `asks ${up / 1e6} per kWh up and ${down / 1e6} down, together less than nothing`,
    }));
}
