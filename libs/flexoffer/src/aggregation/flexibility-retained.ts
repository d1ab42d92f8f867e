import type { FlexOffer } from '../flex-offer.js';
import { unitBounds } from '../feasibility/unit-bounds.js';

/** What is left of the members' flexibility in their aggregate; shares from 0 to 1. */
export interface FlexibilityRetained {
  /** The aggregate's window, counted for every member, over the sum of the members' own windows. */
  readonly time: number;
  /** The sum of upper minus lower unit bounds over that of the members' slices. */
  readonly energy: number;
}

/** `window` is the aggregate's, in intervals. Members without any flexibility of a kind lose nothing of it. */
export function flexibilityRetained(members: readonly FlexOffer[], window: number): FlexibilityRetained {
  const windows = sum(members.map((offer) => offer.startBefore - offer.startAfter));
  const offered = sum(
    members.flatMap(({ slices }) => slices.map(({ lowerWh, upperWh }) => upperWh - lowerWh)),
  );
  const kept = sum(members.map(unitFlexibility));
  return { time: share(members.length * window, windows), energy: share(kept, offered) };
}

function unitFlexibility(offer: FlexOffer): number {
  const { lowerWh, upperWh } = unitBounds(offer);
  return sum(upperWh) - sum(lowerWh);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
