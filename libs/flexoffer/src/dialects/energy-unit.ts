/** The unit of profiles of active energy. VAh and V, which the specification also names, are no energies. */
export type EnergyUnit = 'Wh';

/** What stands before the unit: thousand (`k`, the specification's default), one, million. */
export type Multiplier = 'k' | '1' | 'M';

const WH_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['k', 1000],
  ['1', 1],
  ['M', 1_000_000],
] satisfies [Multiplier, number][]);

/** Watt-hours in one of the unit with this multiplier; undefined for a word that is no multiplier. */
export function whPerUnit(multiplier: string): number | undefined {
  return WH_PER_UNIT.get(multiplier);
}
