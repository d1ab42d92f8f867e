import { Failure, Unreachable } from '../api/failure.js';
import type { Page, PlatformApi } from '../api/platform-api.js';
import { Resource } from '../api/resource.svelte.js';
import { every, now, wait } from '../clock.js';
import type { LocalDay } from '../day/local-day.js';
import { DEFAULT_ZONE, quarterBoundaries } from '../day/local-day.js';
import { openingDay, tradingDayOf } from '../day/opening-day.js';
import { timeFormatOf } from '../format/time.js';
import { atMostEvery } from '../stream/at-most-every.js';
import type { ServerEvent } from '../stream/event-parser.js';
import type { StreamState } from '../stream/follow-stream.js';
import { followStream } from '../stream/follow-stream.js';
import type { MarketEvent } from '../stream/market-event.js';
import { marketEventOf } from '../stream/market-event.js';
import { decodeGridNode } from '../zones/zone.js';
import { DayData } from './day-data.svelte.js';
import type { MarketClock } from './market-clock.js';
import { readClock } from './market-clock.js';
import type { OfferCount } from './offer-summary.js';
import { decodeOfferSummary } from './offer-summary.js';

const LIVE_PAUSE = 1_000;
/** Settlement and meter data announce themselves on no stream. */
const SLOW_PAUSE = 10_000;

/** Everything that the page shows, kept up to date while it is open. */
export class Overview {
  stream: StreamState = $state.raw({ kind: 'connecting' });
  /** Why the last event of the stream could not be read. */
  streamFailure: Failure | undefined = $state.raw();
  /** The day that the visitor chose to stay on; otherwise the page goes along with the market. */
  chosenDay: LocalDay | undefined = $state();

  readonly clock: Resource<MarketClock | undefined>;
  readonly zones: Resource<readonly string[]>;
  readonly offers: Resource<readonly OfferCount[]>;
  readonly aggregates: Resource<Page<null>>;
  readonly data: DayData;
  readonly #openingDay: Resource<LocalDay | undefined>;
  readonly #api: PlatformApi;
  #marketDay: LocalDay | undefined = $state();
  #heard: MarketEvent[] = [];
  readonly #live = atMostEvery(LIVE_PAUSE, () => void this.#takeHeard());

  readonly timeZone = $derived.by(() => this.clock.value?.timeZone ?? DEFAULT_ZONE);
  readonly time = $derived.by(() => timeFormatOf(this.timeZone));
  readonly day = $derived.by(() => this.chosenDay ?? this.#marketDay);
  readonly boundaries = $derived.by(() =>
    this.day === undefined ? [] : quarterBoundaries(this.day, this.timeZone),
  );

  constructor(api: PlatformApi) {
    this.#api = api;
    this.clock = new Resource<MarketClock | undefined>(undefined, () => readClock(api));
    this.zones = new Resource<readonly string[]>([], () => this.#readZones());
    this.offers = new Resource<readonly OfferCount[]>([], () =>
      api.read('/fman/v1/flexoffers/summary', decodeOfferSummary),
    );
    this.aggregates = new Resource<Page<null>>({ items: [] }, () =>
      api.readPage('/fman/v1/aggregates', {}, () => null),
    );
    this.#openingDay = new Resource<LocalDay | undefined>(undefined, () =>
      openingDay(api, this.marketNow(), this.timeZone),
    );
    this.data = new DayData(api, () => this.boundaries);
  }

  /** What concerns the whole page: no answer at all, no day to show, or an unreadable stream. */
  get failure(): Failure | undefined {
    const { clock, offers, aggregates, zones, data } = this;
    const failures = [clock, offers, aggregates, zones, ...data.all].map((resource) => resource.failure);
    return (
      failures.find((failure) => failure instanceof Unreachable) ??
      this.#openingDay.failure ??
      this.streamFailure
    );
  }

  /** The platform's time where it is simulated, else the browser's. */
  marketNow(): number {
    return this.clock.value?.now ?? now();
  }

  /** @returns what ends it */
  start(): () => void {
    const leaving = new AbortController();
    const stopSlow = every(SLOW_PAUSE, () => void this.#refreshSlowly());
    void this.#follow(leaving.signal);
    return () => {
      leaving.abort();
      stopSlow();
      this.#live.stop();
    };
  }

  /** Shows another day; undefined: the market's, from now on. */
  async choose(day: LocalDay | undefined): Promise<void> {
    this.chosenDay = day;
    await this.data.restart();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const open = async (lastEventId: string): Promise<ReadableStream<Uint8Array>> => {
      const resume = lastEventId === '' ? {} : { 'last-event-id': lastEventId };
      const { body } = await this.#api.fetch(
        '/market/v1/stream',
        { accept: 'text/event-stream', ...resume },
        signal,
      );
      if (body === null) throw new Failure('The answer is not as agreed', 'The event stream has no content.');
      return body;
    };
    const onState = (state: StreamState): void => {
      this.stream = state;
      // Whatever happened before the stream was open is read now; nothing falls between the two.
      if (state.kind === 'live') void this.#refreshAll();
    };
    void this.#refreshAll();
    await followStream({ open, onState, onEvent: (event) => this.#hear(event), wait }, signal);
  }

  #hear(event: ServerEvent): void {
    try {
      const heard = marketEventOf(event);
      if (heard) this.#heard.push(heard);
      this.streamFailure = undefined;
      this.#live.request();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.streamFailure = error;
    }
  }

  async #takeHeard(): Promise<void> {
    const heard = this.#heard;
    this.#heard = [];
    // Gates that close on an empty market after a finished day are no reason to turn the page.
    const traded = heard.findLast((event) => event.kind === 'gate' && event.gate.trades > 0);
    if (traded?.kind === 'gate') await this.#moveTo(tradingDayOf(traded.gate.closedAt, this.timeZone));
    this.data.take(heard);
    await Promise.all([this.#refreshTotals(), this.data.orders.refresh()]);
  }

  async #moveTo(day: LocalDay): Promise<void> {
    if (this.#marketDay !== undefined && day <= this.#marketDay) return;
    this.#marketDay = day;
    if (this.chosenDay === undefined) await this.data.restart();
  }

  async #refreshAll(): Promise<void> {
    await Promise.all([this.#refreshTotals(), this.zones.refresh()]);
    if (this.#marketDay === undefined) {
      await this.#openingDay.refresh();
      this.#marketDay ??= this.#openingDay.value;
    }
    if (this.day !== undefined) await this.data.refresh();
  }

  async #refreshTotals(): Promise<void> {
    await Promise.all([this.clock.refresh(), this.offers.refresh(), this.aggregates.refresh()]);
  }

  async #refreshSlowly(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    if (this.day === undefined || !this.zones.loaded) return this.#refreshAll();
    await Promise.all([this.#refreshTotals(), this.data.refreshSettled()]);
  }

  async #readZones(): Promise<string[]> {
    const nodes = await this.#api.readAll('/admin/v1/grid-nodes', {}, decodeGridNode);
    const zones = nodes.filter((node) => node.kind === 'zone').map((node) => node.id);
    // A zone that is made of zones would show the same energy twice.
    return zones.filter((zone) => !zones.some((other) => other.startsWith(`${zone}.`))).sort();
  }
}
