import type { FlexOffer, IntervalIndex, MicroPerKwh, Schedule, WattHours } from '#flexoffer';

/** Energy that a buyer asks for in one interval; positive is less consumption (or more production). */
export interface AskedEnergy {
  readonly interval: IntervalIndex;
  /** Not 0; the buyer's sign. */
  readonly changeWh: WattHours;
  /** The most that the buyer pays. */
  readonly price: MicroPerKwh;
}

export interface BuyOrder {
  readonly orderId: string;
  readonly buyerId: string;
  /** Sellers at this node or below it can serve the order. */
  readonly gridNode: string;
  /** What earlier gates left over; each interval at most once. */
  readonly intervals: readonly AskedEnergy[];
}

export interface SellOrder {
  readonly orderId: string;
  readonly sellerId: string;
  readonly gridNode: string;
  readonly offer: FlexOffer;
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
  /** Pay as bid: what the seller asks, `down` for less consumption, `up` for more. */
  readonly price: MicroPerKwh;
}

/** What a buy order did not get in one interval; the buyer's sign. */
export interface UnservedEnergy {
  readonly buyOrderId: string;
  readonly interval: IntervalIndex;
  readonly changeWh: WattHours;
}

export interface Clearing {
  /** By order id. */
  readonly assignments: readonly Assignment[];
  /** By sell order, interval and buy order. */
  readonly trades: readonly ClearedTrade[];
  /** By buy order and interval; only what is not 0. */
  readonly unserved: readonly UnservedEnergy[];
  /**
   * What the clearing gains, in millionths of the currency, rounded down: over all trades the buyer's price minus
   * the seller's, less the penalty for energy that was moved in an asked interval and that nobody bought.
   */
  readonly surplusMicro: number;
}
