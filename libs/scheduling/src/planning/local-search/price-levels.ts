import type { Portfolio } from '../portfolio/portfolio.js';

/** More different prices than this are taken together with their neighbours while starts are sought. */
const MOST_LEVELS = 16;

/**
 * What open units ask for a watt-hour more, as few levels. The plan itself is made with the prices themselves; levels only
 * speed up the search for starts.
 */
export interface PriceLevels {
  /** Ascending; at least one. */
  readonly prices: Float64Array;
  /** By cell of the portfolio: the level of what is asked below the default, and above it. */
  readonly below: Uint8Array;
  readonly above: Uint8Array;
}

export function priceLevels({ below, above }: Portfolio): PriceLevels {
  const sorted = Float64Array.from(new Set([...below, ...above])).sort();
  const count = Math.min(MOST_LEVELS, sorted.length);
  const first = Array.from({ length: count + 1 }, (_, level) => Math.round((level * sorted.length) / count));
  const levelOf = new Map<number, number>();
  const prices = new Float64Array(Math.max(1, count));
  for (let level = 0; level < count; level += 1) {
    const members = sorted.subarray(first[level], first[level + 1]);
    for (const price of members) levelOf.set(price, level);
    prices[level] = members.reduce((sum, price) => sum + price, 0) / members.length;
  }
  const levels = (each: Float64Array): Uint8Array => Uint8Array.from(each, (price) => levelOf.get(price)!);
  return { prices, below: levels(below), above: levels(above) };
}
