import type { FlexOffer, Slice, WattHours } from '../flex-offer.js';
import { profileLength, unitBounds } from '../feasibility/unit-bounds.js';

/** An offer in an aggregate; it starts `offsetIntervals` after the aggregate. */
export interface Member {
  readonly offer: FlexOffer;
  readonly offsetIntervals: number;
}

/** The unit bounds of all members, added up where each lies in the aggregate; 0..0 where nobody does. */
export function sumSlices(members: readonly Member[]): Slice[] {
  const ends = members.map(({ offer, offsetIntervals }) => offsetIntervals + profileLength(offer.slices));
  const length = ends.reduce((longest, end) => Math.max(longest, end), 0);
  const lower = new Array<WattHours>(length).fill(0);
  const upper = new Array<WattHours>(length).fill(0);
  for (const { offer, offsetIntervals } of members) {
    const { lowerWh, upperWh } = unitBounds(offer);
    addAt(lower, lowerWh, offsetIntervals);
    addAt(upper, upperWh, offsetIntervals);
  }
  return lower.map((lowerWh, unit) => ({
    minDuration: 1,
    maxDuration: 1,
    lowerWh,
    upperWh: upper[unit] ?? 0,
  }));
}

/** The default schedules of all members, added up where each lies in the aggregate. */
export function sumDefaults(members: readonly Member[], length: number): WattHours[] {
  const energiesWh = new Array<WattHours>(length).fill(0);
  for (const { offer, offsetIntervals } of members)
    addAt(energiesWh, offer.defaultSchedule.energiesWh, offsetIntervals);
  return energiesWh;
}

function addAt(sums: WattHours[], energies: readonly WattHours[], offset: number): void {
  energies.forEach((energy, unit) => {
    sums[offset + unit] = (sums[offset + unit] ?? 0) + energy;
  });
}
