import type { Instant } from '#flexoffer';

/**
 * Gates close at the multiples of the gate interval; the portfolio is published a lead before each.
 *
 * ```
 * :00        :04  :05        :09  :10
 *  |----------p----|----------p----|        gate interval 300 s, lead 60 s
 *  gate            gate            gate
 * ```
 */
export interface GateRhythm {
  readonly gateIntervalSeconds: number;
  /** Shorter than the interval. */
  readonly publicationLeadSeconds: number;
}

/** The first gate after `now`: at a gate's own instant it is too late for that gate. */
export function comingGate(now: Instant, { gateIntervalSeconds }: GateRhythm): Instant {
  const interval = gateIntervalSeconds * 1000;
  return (Math.floor(now / interval) + 1) * interval;
}

/** The first publication after `now`. */
export function nextPublication(now: Instant, rhythm: GateRhythm): Instant {
  const lead = rhythm.publicationLeadSeconds * 1000;
  return comingGate(now + lead, rhythm) - lead;
}

/** Whether the portfolio for the coming gate is out already: from its publication until the gate closes. */
export function isPublished(now: Instant, rhythm: GateRhythm): boolean {
  return comingGate(now, rhythm) - now <= rhythm.publicationLeadSeconds * 1000;
}
