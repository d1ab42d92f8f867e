import type { Instant } from '#flexoffer';

/**
 * The next poll, later than `now`.
 *
 * ```
 * 10:00  10:02         10:15  10:17         every 900 s, offset 120 s
 * |------poll----------|------poll----------|
 * ```
 */
export function nextPollAfter(now: Instant, pollSeconds: number, offsetSeconds: number): Instant {
  const [length, offset] = [pollSeconds * 1000, offsetSeconds * 1000];
  return (Math.floor((now - offset) / length) + 1) * length + offset;
}
