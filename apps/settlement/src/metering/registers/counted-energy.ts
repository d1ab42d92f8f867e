import { directionStretches, registerName, type MeterDirection, type RegisterStretch } from '#meter-data';
import type { KnownMeterIndex } from './meter-index.js';

/** What the registers of one direction of a meter have counted, and from what it follows. */
export interface CountedEnergy {
  readonly stretches: readonly RegisterStretch[];
  readonly indexes: readonly KnownMeterIndex[];
}

/**
 * @param registers what counts of each register, by time; factor and roll-over are those of its latest reading
 * @param mostWhPerHour what the connection can carry
 */
export function countedIn(
  direction: MeterDirection,
  registers: ReadonlyMap<string, readonly KnownMeterIndex[]>,
  mostWhPerHour: number,
): CountedEnergy {
  const ofDirection = [...registers].flatMap(([register, readings]) => {
    const name = registerName(register);
    const latest = readings.at(-1);
    if (typeof name !== 'object' || name.direction !== direction || latest === undefined) return [];
    const { factor, rollOverWh } = latest;
    return [{ tariff: name.tariff, readings, factor, ...(rollOverWh === undefined ? {} : { rollOverWh }) }];
  });
  return {
    stretches: directionStretches(ofDirection, mostWhPerHour),
    indexes: ofDirection.flatMap(({ readings }) => readings),
  };
}
