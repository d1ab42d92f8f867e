import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';

/** Energies of some intervals, in no particular order; of the others 0 Wh. */
export type EnergyByInterval = ReadonlyMap<IntervalIndex, WattHours>;

/** The energy of a schedule in any interval. */
export function energyIn({ start, energiesWh }: Schedule, interval: IntervalIndex): WattHours {
  return energiesWh[interval - start] ?? 0;
}

/** By how much one schedule has more than another, in intervals from `first` on that differ. */
export function differenceOf(
  more: Schedule,
  less: Schedule,
  first: IntervalIndex = Math.min(more.start, less.start),
): EnergyByInterval {
  const end = Math.max(more.start + more.energiesWh.length, less.start + less.energiesWh.length);
  const difference = new Map<IntervalIndex, WattHours>();
  for (let interval = Math.max(first, Math.min(more.start, less.start)); interval < end; interval += 1) {
    const energy = energyIn(more, interval) - energyIn(less, interval);
    if (energy !== 0) difference.set(interval, energy);
  }
  return difference;
}
