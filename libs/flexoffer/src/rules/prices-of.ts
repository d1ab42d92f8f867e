import type { AskedPrice, FlexOffer } from '../flex-offer.js';

/** A price that is asked somewhere in an offer, and where its message says it. */
export interface PlacedPrice {
  readonly price: AskedPrice;
  readonly path: string;
}

/** The offer's price, told at the first slice that has none of its own, and the prices of single slices. */
export function pricesOf({ price, slices }: FlexOffer): PlacedPrice[] {
  const pathOf = (index: number): string => `flexOfferProfileConstraints[${index}].tariffConstraint`;
  const common = slices.findIndex((slice) => slice.price === undefined);
  const own = slices.flatMap((slice, index) =>
    slice.price === undefined ? [] : [{ price: slice.price, path: pathOf(index) }],
  );
  return [{ price, path: pathOf(Math.max(common, 0)) }, ...own];
}
