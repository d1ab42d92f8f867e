import type { IntervalIndex, WattHours } from '#flexoffer';
import type { TradedDelivery } from '../report/traded-delivery.js';

/**
 * The default schedules of a participant's traded offers, summed per interval; consumption-positive. An offer that
 * serves several trades in an interval has one default schedule there and counts once.
 */
export function defaultEnergy(deliveries: readonly TradedDelivery[]): Map<IntervalIndex, WattHours> {
  const sums = new Map<IntervalIndex, WattHours>();
  const seen = new Set<string>();
  for (const { flexOfferId, interval, defaultWh } of deliveries) {
    const key = JSON.stringify([flexOfferId, interval]);
    if (seen.has(key)) continue;
    seen.add(key);
    sums.set(interval, (sums.get(interval) ?? 0) + defaultWh);
  }
  return sums;
}
