import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';
import type { DeliveriesAssigned, SoldEnergy } from '#messages';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';
import { splitSoldEnergy } from './split-sold-energy.js';

export type Delivery = DeliveriesAssigned['deliveries'][number];

/** A member of a traded aggregate with its part of the schedule. */
export interface ScheduledMember {
  readonly offer: FlexOfferContent;
  readonly schedule: Schedule;
}

/**
 * What each member must deliver of each trade; members that deliver nothing of a trade are left out. Several trades
 * of one interval are served one after the other, by trade id, each from what the earlier ones have left.
 *
 * @param members by offer id
 */
export function memberDeliveries(
  members: readonly ScheduledMember[],
  sold: readonly SoldEnergy[],
): Delivery[] {
  const leftIn = new Map<IntervalIndex, WattHours[]>();
  const inOrder = sold.toSorted(
    (a, b) => a.interval - b.interval || (a.tradeId < b.tradeId ? -1 : a.tradeId > b.tradeId ? 1 : 0),
  );
  return inOrder.flatMap(({ tradeId, interval, changeWh }) => {
    const left = leftIn.get(interval) ?? members.map((member) => changeOf(member, interval));
    const parts = splitSoldEnergy(changeWh, left);
    leftIn.set(
      interval,
      left.map((change, index) => change - (parts[index] ?? 0)),
    );
    return members.flatMap((member, index): Delivery[] => {
      const orderedWh = parts[index] ?? 0;
      return orderedWh === 0 ? [] : [deliveryOf(member, tradeId, interval, orderedWh)];
    });
  });
}

function deliveryOf(
  { offer, schedule }: ScheduledMember,
  tradeId: string,
  interval: IntervalIndex,
  orderedWh: WattHours,
): Delivery {
  return {
    tradeId,
    flexOfferId: offer.id,
    participantId: offer.offeredById,
    ...(offer.deviceId === undefined ? {} : { deviceId: offer.deviceId }),
    interval,
    orderedWh,
    defaultWh: energyIn(offer.defaultSchedule, interval),
    scheduledWh: energyIn(schedule, interval),
  };
}

/** As the buyer counts: positive is less consumption. */
function changeOf({ offer, schedule }: ScheduledMember, interval: IntervalIndex): WattHours {
  return energyIn(offer.defaultSchedule, interval) - energyIn(schedule, interval);
}

function energyIn({ start, energiesWh }: Schedule, interval: IntervalIndex): WattHours {
  return energiesWh[interval - start] ?? 0;
}
