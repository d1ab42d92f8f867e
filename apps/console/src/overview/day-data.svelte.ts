import type { Failure } from '../api/failure.js';
import type { PlatformApi, Query } from '../api/platform-api.js';
import { Resource } from '../api/resource.svelte.js';
import { isoInstant } from '../format/time.js';
import type { Gate } from '../gates/gate.js';
import { decodeGate, mergeGates } from '../gates/gate.js';
import type { DaySettlement } from '../settlement/day-settlement.js';
import { readSettlement } from '../settlement/day-settlement.js';
import type { MarketEvent } from '../stream/market-event.js';
import type { Trade } from '../trades/trade.js';
import { decodeTrade, mergeTrades } from '../trades/trade.js';
import type { BuyOrder } from '../zones/buy-order.js';
import { decodeBuyOrder } from '../zones/buy-order.js';
import type { ZoneEnergy } from '../zones/zone-energy.js';
import { decodeZoneEnergy } from '../zones/zone-energy.js';

/** What happened on the day being shown. */
export class DayData {
  readonly gates = new Resource<readonly Gate[]>([], () => this.#readGates());
  readonly trades = new Resource<readonly Trade[]>([], () => this.#readTrades());
  readonly orders = new Resource<readonly BuyOrder[]>([], () => this.#readOrders());
  readonly energies = new Resource<readonly ZoneEnergy[]>([], () => this.#readEnergies());
  readonly settlement = new Resource<DaySettlement | undefined>(undefined, () => this.#readSettlement());
  readonly #api: PlatformApi;
  readonly #boundariesNow: () => readonly number[];

  /** @param boundariesNow the quarter-hours of the day being shown, see `quarterBoundaries` */
  constructor(api: PlatformApi, boundariesNow: () => readonly number[]) {
    this.#api = api;
    this.#boundariesNow = boundariesNow;
  }

  get all(): readonly { readonly failure: Failure | undefined }[] {
    return [this.gates, this.trades, this.orders, this.energies, this.settlement];
  }

  /** Another day: nothing of the one before may stay. */
  async restart(): Promise<void> {
    this.gates.reset([]);
    this.trades.reset([]);
    this.orders.reset([]);
    this.energies.reset([]);
    this.settlement.reset(undefined);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([
      this.gates.refresh(),
      this.trades.refresh(),
      this.orders.refresh(),
      this.refreshSettled(),
    ]);
  }

  async refreshSettled(): Promise<void> {
    await Promise.all([this.energies.refresh(), this.settlement.refresh()]);
  }

  /** Takes in what the stream told, as far as it is of this day. */
  take(events: readonly MarketEvent[]): void {
    const { from, to } = this.#span();
    const within = (instant: number): boolean => instant >= from && instant < to;
    const gates = events.flatMap((event) =>
      event.kind === 'gate' && within(event.gate.closedAt) ? [event.gate] : [],
    );
    const trades = events.flatMap((event) =>
      event.kind === 'trade' && within(event.trade.intervalStart) ? [event.trade] : [],
    );
    if (gates.length > 0) this.gates.value = mergeGates(this.gates.value, gates);
    if (trades.length > 0) this.trades.value = mergeTrades(this.trades.value, trades);
  }

  async #readGates(): Promise<Gate[]> {
    const { from, to } = this.#span();
    const read = await this.#api.readAll('/market/v1/gates', this.#query(), decodeGate);
    return mergeGates(
      this.gates.value,
      read.filter((gate) => gate.closedAt >= from && gate.closedAt < to),
    );
  }

  // Merged with what is known, as the stream may have told of trades while this was under way.
  async #readTrades(): Promise<Trade[]> {
    const read = await this.#api.readAll('/market/v1/trades', this.#query(), decodeTrade);
    return mergeTrades(this.trades.value, read);
  }

  async #readOrders(): Promise<BuyOrder[]> {
    const { from, to } = this.#span();
    const orders = await this.#api.readAll(
      '/market/v1/orders',
      { side: 'buy', ...this.#query() },
      decodeBuyOrder,
    );
    return orders.map((order) => ({
      ...order,
      intervals: order.intervals.filter(({ intervalStart }) => intervalStart >= from && intervalStart < to),
    }));
  }

  async #readEnergies(): Promise<ZoneEnergy[]> {
    return this.#api.readAll('/settlement/v1/zone-energy', this.#query(), decodeZoneEnergy);
  }

  async #readSettlement(): Promise<DaySettlement | undefined> {
    const { from, to } = this.#span();
    return readSettlement(this.#api, from, to);
  }

  #query(): Query {
    const { from, to } = this.#span();
    return { from: isoInstant(from), to: isoInstant(to) };
  }

  #span(): { from: number; to: number } {
    const boundaries = this.#boundariesNow();
    return { from: boundaries[0] ?? 0, to: boundaries.at(-1) ?? 0 };
  }
}
