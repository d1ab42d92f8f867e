import type { Instant } from '#flexoffer';
import { Clock } from './clock.js';

/** Market time that stands still until it is moved, and never moves back. */
export class SimulatedClock extends Clock {
  readonly simulated = true;
  private current: Instant;

  constructor(start: Instant) {
    super();
    this.current = start;
  }

  now(): Instant {
    return this.current;
  }

  /** Moves forward to `instant`; an earlier instant has no effect, so late messages cannot turn time back. */
  moveTo(instant: Instant): void {
    this.current = Math.max(this.current, instant);
  }
}
