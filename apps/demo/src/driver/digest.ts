import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Outcome } from './outcome.js';

/**
 * SHA-256 over the canonical JSON (RFC 8785) of the day's result in a fixed order: final states and schedules,
 * trades, settlement lines and balances. Two runs agree on it only if they agree on every one of them.
 */
export function digestOf({ offers, trades, reports, balances }: Outcome): string {
  const result = {
    offers: sorted(offers),
    trades: sorted(trades),
    reports: sorted(reports.map((report) => ({ ...report, lines: sorted(report.lines) }))),
    balances: sorted(balances),
  };
  return createHash('sha256').update(canonical(result)).digest('hex');
}

/** By their own canonical text, which does not depend on the order in which the platform lists them. */
function sorted<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: canonical(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a result without canonical JSON');
  return text;
}
