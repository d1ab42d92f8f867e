import type { WattHours } from '#flexoffer';
import { registerEnergies, type RegisterReading, type RegisterStretch } from './register-energies.js';

/** A register of a direction with what it showed; of several factors or maxima, those of its latest reading count. */
export interface ReadRegister {
  /** 0: all tariffs together. */
  readonly tariff: number;
  readonly factor: number;
  readonly rollOverWh?: WattHours;
  readonly readings: readonly RegisterReading[];
}

/**
 * The energies of one direction of a meter. Its register of all tariffs says it if there is one; otherwise the tariffs are
 * added up between the instants at which all of them were read.
 *
 * @param mostWhPerHour what the connection can carry
 */
export function directionStretches(
  registers: readonly ReadRegister[],
  mostWhPerHour: WattHours,
): RegisterStretch[] {
  const total = registers.find(({ tariff }) => tariff === 0);
  if (total !== undefined) return stretchesOf(total, mostWhPerHour);
  const common = registers.map(({ readings }) => new Set(readings.map(({ at }) => at)));
  const tariffs = registers.map((register) => ({
    ...register,
    readings: register.readings.filter(({ at }) => common.every((instants) => instants.has(at))),
  }));
  const [first, ...others] = tariffs.map((register) => stretchesOf(register, mostWhPerHour));
  return (first ?? []).map((stretch, index) =>
    others.reduce<RegisterStretch>((sum, stretches) => sumOf(sum, stretches[index]), stretch),
  );
}

const stretchesOf = ({ readings, ...register }: ReadRegister, mostWhPerHour: WattHours): RegisterStretch[] =>
  registerEnergies(readings, { ...register, mostWhPerHour });

/** Of the same stretch of time. */
function sumOf(one: RegisterStretch, other: RegisterStretch | undefined): RegisterStretch {
  if (other === undefined || 'unknown' in one) return one;
  return 'unknown' in other ? other : { ...one, energyWh: one.energyWh + other.energyWh };
}
