import type { MicroPerKwh } from '#flexoffer';
import type { Match } from './match.js';

/**
 * One price for all that is delivered to one node in one interval and direction: that of the dearest seller who is
 * needed there, transfer included. A buyer whose bid lies below it (schedules trade as a whole, so that can happen)
 * pays its bid: still no less than its own seller asks.
 */
export function payAsClear(matches: readonly Match[]): MicroPerKwh[] {
  const highest = new Map<string, MicroPerKwh>();
  for (const match of matches) {
    const place = placeOf(match);
    highest.set(place, Math.max(highest.get(place) ?? -Infinity, match.ask + match.transferPrice));
  }
  return matches.map((match) => {
    const delivered = Math.min(match.bid, highest.get(placeOf(match)) ?? match.bid);
    return delivered - match.transferPrice;
  });
}

const placeOf = ({ gridNode, interval, changeWh }: Match): string =>
  JSON.stringify([gridNode, interval, changeWh > 0]);
