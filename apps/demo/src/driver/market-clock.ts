import { instantOf, type Instant, type IntervalIndex } from '#flexoffer';
import { isoOf } from '../calendar/demo-day.js';
import { ClockAnswer } from '../platform/answers.js';
import type { Platform } from '../platform/platform.js';

const PATH = '/admin/v1/clock';

/** The platform's simulated clock, which moves only when it is told. */
export class MarketClock {
  private readonly platform: Platform;
  private readonly token: string;

  constructor(platform: Platform, token: string) {
    this.platform = platform;
    this.token = token;
  }

  async now(): Promise<Instant> {
    const { now } = await this.platform.call({ method: 'GET', path: PATH, token: this.token }, ClockAnswer);
    return Date.parse(now);
  }

  /** Resolves when the platform has done everything that was due by then. */
  async moveTo(instant: Instant): Promise<void> {
    const call = { method: 'POST', path: PATH, token: this.token, body: { now: isoOf(instant) } } as const;
    await this.platform.call(call, ClockAnswer);
  }

  async moveToInterval(interval: IntervalIndex): Promise<void> {
    await this.moveTo(instantOf(interval));
  }
}
