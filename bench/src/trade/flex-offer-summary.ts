import type { HttpClient } from '../http-client.js';

/** How many offers are in each state at the FMAN. */
export type FlexOfferSummary = Readonly<Partial<Record<string, number>>>;

export async function flexOfferSummary(platform: HttpClient, admin: string): Promise<FlexOfferSummary> {
  const call = { method: 'GET', path: '/fman/v1/flexoffers/summary', token: admin } as const;
  return (await platform.call<{ byState: FlexOfferSummary }>(call)).byState;
}

/** How many offers came to `state` between two summaries. */
export function growth(before: FlexOfferSummary, after: FlexOfferSummary, state: string): number {
  return (after[state] ?? 0) - (before[state] ?? 0);
}
