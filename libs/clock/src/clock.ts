import type { Instant } from '#flexoffer';

/** Market time: what every deadline, gate and schedule is measured against. The only way to learn it. */
export abstract class Clock {
  abstract now(): Instant;
  /** True when the clock moves only when told. */
  abstract readonly simulated: boolean;
}
