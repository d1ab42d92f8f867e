import type { FlexOffer, IntervalIndex, MicroPerKwh, Schedule, WattHours } from '#flexoffer';

/** Energy that a buyer asks for in one interval; positive is less consumption (or more production). */
export interface AskedEnergy {
  readonly interval: IntervalIndex;
  /** Not 0; the buyer's sign. */
  readonly changeWh: WattHours;
  /** The most that the buyer pays, transfer included. */
  readonly price: MicroPerKwh;
  /** Above 0, at most the size of `changeWh`: the buyer takes so much in this interval or nothing. */
  readonly minimumWh?: WattHours;
}

export interface BuyOrder {
  readonly orderId: string;
  readonly buyerId: string;
  /** Sellers at this node or below it can serve the order. */
  readonly gridNode: string;
  /** What earlier gates left over; each interval at most once. */
  readonly intervals: readonly AskedEnergy[];
  /** The buyer takes everything that it asks for, at this gate, or nothing. */
  readonly allOrNothing?: true;
  /** Of the buyer's orders of one group at most one trades. */
  readonly exclusiveGroup?: string;
}

export interface SellOrder {
  readonly orderId: string;
  readonly sellerId: string;
  readonly gridNode: string;
  readonly offer: FlexOffer;
  /** Of the seller's orders of one group at most one trades. */
  readonly exclusiveGroup?: string;
}

/**
 * How far the cleared changes at or below a node may move its consumption, in every single interval: up by at
 * most `importWh` and down by at most `exportWh` (both at least 0; absent: no limit).
 */
export interface GridCapacity {
  readonly gridNode: string;
  readonly importWh?: WattHours;
  readonly exportWh?: WattHours;
}

/**
 * What a kWh pays for passing the connection between a node and the node above it, in either direction (at least 0).
 * A trade pays for every connection between its seller and its buyer.
 */
export interface TransferPrice {
  readonly gridNode: string;
  readonly price: MicroPerKwh;
}

/** How the price of a trade follows from what its buyer offers and its seller asks: README.md, Prices. */
export type PricingPolicy = 'pay-as-bid' | 'pay-as-clear' | 'mid-point';

/** What earlier gates cleared at a seller's node, net; the buyer's sign. */
export interface CommittedChange {
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
}

/** All that one gate decides about. */
export interface ClearingProblem {
  /** Nothing before this interval can change any more. */
  readonly firstInterval: IntervalIndex;
  readonly buyOrders: readonly BuyOrder[];
  readonly sellOrders: readonly SellOrder[];
  readonly capacities: readonly GridCapacity[];
  readonly committed: readonly CommittedChange[];
  /** Each node at most once; a node that is not named is free. */
  readonly transferPrices: readonly TransferPrice[];
  readonly pricing: PricingPolicy;
}

/** A sell order that trades, and what its seller now does instead of its default schedule. */
export interface Assignment {
  readonly orderId: string;
  readonly schedule: Schedule;
}

export interface ClearedTrade {
  readonly buyOrderId: string;
  readonly sellOrderId: string;
  readonly interval: IntervalIndex;
  /** Not 0; the buyer's sign. */
  readonly changeWh: WattHours;
  /** What the seller gets per kWh: at least what it asks, `down` for less consumption, `up` for more. */
  readonly price: MicroPerKwh;
  /** What the buyer pays per kWh on top, to the operator of the grid. */
  readonly transferPrice: MicroPerKwh;
}

/** Why an order, or one interval of it, took no part in the end. */
export type SetAsideReason = 'all-or-nothing' | 'minimum-not-reached' | 'another-of-its-group';

/** An order that could have traded only against a condition. */
export interface SetAside {
  readonly side: 'buy' | 'sell';
  readonly orderId: string;
  /** Absent: in all intervals. */
  readonly interval?: IntervalIndex;
  readonly reason: SetAsideReason;
}

/** What a buy order did not get in one interval; the buyer's sign. */
export interface UnservedEnergy {
  readonly buyOrderId: string;
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
}

export interface FoundClearing {
  /** By order id. */
  readonly assignments: readonly Assignment[];
  /** By sell order, interval and buy order. */
  readonly trades: readonly ClearedTrade[];
  /** By buy order and interval; only what is not 0. */
  readonly unserved: readonly UnservedEnergy[];
  /** By side, order and interval. */
  readonly setAside: readonly SetAside[];
  /**
   * What the clearing gains, in millionths of the currency, rounded down: over all trades what the buyer would pay
   * at most minus what the seller asks and the transfer.
   */
  readonly surplusMicro: number;
}

export interface Clearing extends FoundClearing {
  /** No clearing of this problem gains more than this; what is between the two is the gap. */
  readonly boundMicro: number;
}
