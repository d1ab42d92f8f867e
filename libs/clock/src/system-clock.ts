import type { Instant } from '#flexoffer';
import { Clock } from './clock.js';

/** Market time is the machine's time. */
export class SystemClock extends Clock {
  readonly simulated = false;

  now(): Instant {
    return Date.now();
  }
}
