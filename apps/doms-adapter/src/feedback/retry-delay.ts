import type { Instant } from '#flexoffer';

const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 3600;
const PATIENCE_SECONDS = 86_400;

/**
 * When to try again after `attempts` failures; undefined once a day has passed since there was something to tell.
 *
 * ```
 * failed   +10 s   +20 s    +40 s          ...  +1 h   +1 h   ...  given up
 * |--------|-------|--------|-------------------|------|-----------|
 * ```
 */
export function nextAttempt(attempts: number, now: Instant, since: Instant): Instant | undefined {
  const seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempts - 1));
  const next = now + seconds * 1000;
  return next - since > PATIENCE_SECONDS * 1000 ? undefined : next;
}
