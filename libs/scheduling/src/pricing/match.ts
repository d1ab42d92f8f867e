import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** Energy of one seller for one request, before it has a price. All prices per kWh. */
export interface Match {
  readonly buyOrderId: string;
  readonly sellOrderId: string;
  /** Of the buyer. */
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  /** Not 0; the buyer's sign. */
  readonly changeWh: WattHours;
  /** The most that the buyer pays, transfer included. */
  readonly bid: MicroPerKwh;
  /** The least that the seller takes; `ask + transferPrice <= bid`. */
  readonly ask: MicroPerKwh;
  readonly transferPrice: MicroPerKwh;
}
