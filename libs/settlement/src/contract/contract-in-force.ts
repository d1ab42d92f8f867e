import type { Instant } from '#flexoffer';

/** When one version of a contract binds. */
export interface ContractPeriod {
  /** Of the contract. */
  readonly id: string;
  /** From 1 on. */
  readonly version: number;
  readonly validFrom: Instant;
  /** Exclusive; absent: until further notice. */
  readonly validTo?: Instant;
}

/**
 * The version that binds at `instant`. From its start on, a version replaces those of a lower number, also past
 * its end: that is how a contract is ended early.
 *
 * ```
 * version 1     |---------------------------...
 * version 2              |---------|
 * in force      |---1----|----2----|  none
 * ```
 * Of several contracts of a participant the one whose binding version began last counts, then the lowest id.
 */
export function contractInForce<T extends ContractPeriod>(
  versions: readonly T[],
  instant: Instant,
): T | undefined {
  const binding = new Map<string, T>();
  for (const version of versions) {
    const other = binding.get(version.id);
    if (version.validFrom <= instant && (other === undefined || version.version > other.version))
      binding.set(version.id, version);
  }
  return [...binding.values()]
    .filter(({ validTo }) => validTo === undefined || instant < validTo)
    .sort((a, b) => b.validFrom - a.validFrom || (a.id < b.id ? -1 : 1))[0];
}
