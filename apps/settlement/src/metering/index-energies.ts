import type { Instant } from '#flexoffer';
import {
  directionStretches,
  originOf,
  quarterEnergies,
  quartersBetween,
  registerName,
  type MeterDirection,
  type RegisterStretch,
} from '#meter-data';
import type { KnownMeterIndex } from './meter-index.js';
import type { MeterRegisters } from './meter-registers.js';
import type { Reading } from './reading.js';

/** What a connection can carry in an hour, by direction. */
export type MostWhPerHour = Readonly<Record<MeterDirection, number>>;

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
  const counting = [...registers.counting()];
  return (['import', 'export'] as const).flatMap((direction) => {
    const ofDirection = counting.flatMap(([register, indexes]) => {
      const name = registerName(register);
      return typeof name === 'object' && name.direction === direction
        ? [{ tariff: name.tariff, indexes }]
        : [];
    });
    const stretches = directionStretches(ofDirection.map(readRegister), most[direction]);
    const affected = quartersAround(stretches, registers.changed);
    const indexes = ofDirection.flatMap((register) => register.indexes);
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

/** Factor and roll-over are those of the latest reading. */
function readRegister({ tariff, indexes }: { tariff: number; indexes: readonly KnownMeterIndex[] }) {
  const latest = indexes.at(-1);
  return {
    tariff,
    readings: indexes,
    factor: latest?.factor ?? 1,
    ...(latest?.rollOverWh === undefined ? {} : { rollOverWh: latest.rollOverWh }),
  };
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
