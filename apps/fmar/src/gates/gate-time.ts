import { intervalOf, type Instant, type IntervalIndex } from '#flexoffer';

/** The gate that closed last, at or before `now`: gates close at the multiples of their interval since 1970. */
export function lastGateAt(now: Instant, gateIntervalSeconds: number): Instant {
  const length = gateIntervalSeconds * 1000;
  return Math.floor(now / length) * length;
}

/** The gate that closes next, later than `now`. */
export function nextGateAfter(now: Instant, gateIntervalSeconds: number): Instant {
  return lastGateAt(now, gateIntervalSeconds) + gateIntervalSeconds * 1000;
}

/**
 * The first interval that a gate can still trade: the first whose delivery starts later than the gate plus the
 * gate closure. One that starts exactly then is closed, with every one before it.
 *
 * ```
 * closure 300 s        gate      gate + closure
 *                      10:05 ──▶ 10:10
 *            |---------|---------|------|------------------|
 *            10:00                      10:15 first open   10:30
 *
 *                                gate   gate + closure
 *                                10:10 ▶10:15
 *            |-------------------|------|------------------|
 *            10:00                      10:15 closed       10:30 first open
 * ```
 */
export function firstOpenInterval(gate: Instant, gateClosureSeconds: number): IntervalIndex {
  return intervalOf(gate + gateClosureSeconds * 1000) + 1;
}

/** `gate-2024-01-31T10:05:00Z` */
export function gateIdOf(gate: Instant): string {
  return `gate-${new Date(gate).toISOString().replace('.000Z', 'Z')}`;
}
