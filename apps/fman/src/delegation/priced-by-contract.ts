import type { FlexOffer, MicroPerKwh } from '#flexoffer';

/**
 * An offer as its owner's contract prices it: in delegated trading every kilowatt-hour away from the default schedule
 * earns the same reward in either direction, and prices inside the FlexOffer do not count.
 *
 * @param rewardPerKwh undefined: direct trading, the offer stays as it is
 */
export function pricedByContract(offer: FlexOffer, rewardPerKwh: MicroPerKwh | undefined): FlexOffer {
  if (rewardPerKwh === undefined) return offer;
  const slices = offer.slices.map(({ price: _price, ...slice }) => slice);
  return { ...offer, slices, price: { up: rewardPerKwh, down: rewardPerKwh } };
}
