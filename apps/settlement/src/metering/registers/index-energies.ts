import type { Instant } from '#flexoffer';
import { originOf, quarterEnergies, quartersBetween, type RegisterStretch } from '#meter-data';
import type { MostWhPerHour } from '../../metering-points/metering-points.js';
import { countedIn } from './counted-energy.js';
import type { MeterRegisters } from './meter-registers.js';
import type { Reading } from '../reading.js';

/**
 * Readings that follow anew from a meter's registers: those of quarter-hours next to an instant at which another value
 * counts than before.
 *
 * @param knownAt stands as their creation: what follows from more registers counts instead of what followed from fewer
 */
export function indexEnergies(
  meterId: string,
  registers: MeterRegisters,
  most: MostWhPerHour,
  knownAt: Instant,
): Reading[] {
  const counting = registers.counting();
  return (['import', 'export'] as const).flatMap((direction) => {
    const { stretches, indexes } = countedIn(direction, counting, most[direction]);
    const affected = quartersAround(stretches, registers.changed);
    const replaced = new Set(indexes.filter(({ version }) => version > 1).map(({ at }) => at));
    const corrected = quartersAround(stretches, replaced);
    const source = indexes[0]?.source ?? 'meter';
    return quarterEnergies(stretches)
      .filter(({ interval }) => affected.has(interval))
      .map(({ interval, energyWh, isMeasured }) => ({
        meterId,
        interval,
        ...(direction === 'import' ? { importWh: energyWh } : { exportWh: energyWh }),
        origin: isMeasured
          ? originOf(source, corrected.has(interval) ? 'corrected' : 'measured')
          : originOf(source, 'estimated', corrected.has(interval)),
        createdAt: knownAt,
      }));
  });
}

/** The quarter-hours of stretches that begin or end at one of some instants. */
function quartersAround(stretches: readonly RegisterStretch[], instants: ReadonlySet<Instant>): Set<number> {
  const quarters = new Set<number>();
  for (const { from, to } of stretches) {
    if (!instants.has(from) && !instants.has(to)) continue;
    const [first, end] = quartersBetween(from, to);
    for (let interval = first; interval < end; interval += 1) quarters.add(interval);
  }
  return quarters;
}
