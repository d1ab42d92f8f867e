import { intervalOf } from '#flexoffer';
import { eventsOf, type BaselineEvent } from '#settlement';
import type { DeviceDelivery } from './known-deliveries.js';

/**
 * What deliveries asked for, and from when on: nobody can have learned of them before their trades were made. That is
 * at most some seconds before the device has its schedule, and what was measured since then changes no baseline.
 */
export function askedFor(deliveries: readonly DeviceDelivery[]): BaselineEvent[] {
  return eventsOf(
    deliveries.map(({ interval, tradedAt }) => ({ interval, notifiedAt: intervalOf(Date.parse(tradedAt)) })),
  );
}
