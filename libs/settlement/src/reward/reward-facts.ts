import type { IntervalIndex, WattHours } from '#flexoffer';
import { inNaturalOrder } from '../order.js';

/** A calendar month of the market's time zone, `YYYY-MM`. */
export type LocalMonth = string;

/** How many of a month's local days count for a version of a contract in a period. */
export interface RewardedMonth {
  readonly month: LocalMonth;
  readonly days: number;
}

/** A FlexOffer by which its owner stood until it was carried out or nobody could buy it any more. */
export interface OfferedFlexibility {
  readonly flexOfferId: string;
  /** Decides the period: where its schedule starts, or its earliest start if it was not activated. */
  readonly interval: IntervalIndex;
  /** The most less the least total energy; at least 0. */
  readonly energyFlexWh: WattHours;
  /** The latest less the earliest start; at least 0. */
  readonly timeFlexIntervals: number;
  /** How far its schedule started from its default schedule, without sign; null: it was not activated. */
  readonly startShiftIntervals: number | null;
}

/** What rewards depend on beside contract and deliveries. */
export interface RewardFacts {
  readonly months: readonly RewardedMonth[];
  readonly offers: readonly OfferedFlexibility[];
}

/** The same facts in the one order that evidence has them in: by month, and by interval and offer. */
export function sortedRewards({ months, offers }: RewardFacts): RewardFacts {
  return {
    months: months.toSorted((a, b) => inNaturalOrder(a.month, b.month)),
    offers: offers.toSorted(
      (a, b) => a.interval - b.interval || inNaturalOrder(a.flexOfferId, b.flexOfferId),
    ),
  };
}
