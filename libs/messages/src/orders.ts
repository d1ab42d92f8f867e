import type { FlexOffer, Instant, IntervalIndex, MicroPerKwh, Schedule, WattHours } from '#flexoffer';

/** FMAN to FMAR: aggregates (or single offers) for sale. The offer inside is an ordinary FlexOffer. */
export interface SellOrdersSubmitted {
  readonly orders: readonly {
    readonly orderId: string;
    readonly sellerId: string;
    readonly gridNode: string;
    /** The last gate in which it may trade closes no later than this. */
    readonly validUntil: Instant;
    readonly offer: FlexOffer;
  }[];
}

/** FMAN to FMAR: no longer for sale; without effect on an order that has traded. */
export interface SellOrdersWithdrawn {
  readonly orders: readonly { readonly orderId: string; readonly reason: string }[];
}

/** A part of a trade in one interval. `changeWh` has the buyer's sign: positive is less consumption. */
export interface SoldEnergy {
  readonly tradeId: string;
  readonly buyerId: string;
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
  readonly price: MicroPerKwh;
}

/** FMAR to FMAN: how sell orders ended. A traded one carries the schedule that its seller must now follow. */
export interface SellOrdersClosed {
  readonly orders: readonly (
    | {
        readonly orderId: string;
        readonly result: 'traded';
        readonly gateId: string;
        readonly schedule: Schedule;
        readonly sold: readonly SoldEnergy[];
      }
    | {
        readonly orderId: string;
        readonly result: 'expired' | 'withdrawn' | 'refused';
        readonly reason: string;
      }
  )[];
}

/** Energy that a buyer asks for (or got) in one interval; positive is more production or less consumption. */
export interface OrderedEnergy {
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
  readonly price: MicroPerKwh;
}

/** DOMS adapter to FMAR: energy that a DSO wants. Each interval can trade until its gate closure. */
export interface BuyOrdersSubmitted {
  readonly orders: readonly {
    readonly orderId: string;
    readonly buyerId: string;
    readonly gridNode: string;
    readonly intervals: readonly OrderedEnergy[];
  }[];
}

/** FMAR to DOMS adapter: what was bought so far; `final` when the order can trade no more. */
export interface BuyOrdersAnswered {
  readonly orders: readonly {
    readonly orderId: string;
    readonly final: boolean;
    /** One entry per interval of the order, in its order; `changeWh` 0 and price 0 where nothing was bought. */
    readonly accepted: readonly OrderedEnergy[];
    readonly reason?: string;
  }[];
}
