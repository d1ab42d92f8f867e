import type { AskedPrice } from '../flex-offer.js';
import type { Member } from './member.js';
import { memberPrices } from './member-prices.js';

/** The prices of an offer that stands for several. */
export interface PublishedPrices {
  /** The highest that any member asks at any time. */
  readonly offer: AskedPrice;
  /** For each interval the highest that any member asks who is on then; undefined where that is no other price, or nobody is on. */
  readonly intervals: readonly (AskedPrice | undefined)[];
}

/**
 * A message has one price for each way and interval, so it is that of the dearest member: whoever is called, its owner
 * gets at least what it asked. What cheaper members ask is in `askCurves`.
 */
export function publishedPrices(members: readonly Member[], length: number): PublishedPrices {
  const intervals = new Array<AskedPrice | undefined>(length).fill(undefined);
  let highest: AskedPrice | undefined;
  for (const { offer, offsetIntervals } of members) {
    memberPrices(offer).forEach((price, unit) => {
      intervals[offsetIntervals + unit] = dearer(intervals[offsetIntervals + unit], price);
      highest = dearer(highest, price);
    });
  }
  if (highest === undefined) throw new Error('an aggregate needs a member');
  const { up, down } = highest;
  return {
    offer: { up, down },
    intervals: intervals.map((price) => (price?.up === up && price.down === down ? undefined : price)),
  };
}

function dearer(a: AskedPrice | undefined, b: AskedPrice): AskedPrice {
  if (a === undefined) return b;
  if (a.up >= b.up && a.down >= b.down) return a;
  return { up: Math.max(a.up, b.up), down: Math.max(a.down, b.down) };
}
