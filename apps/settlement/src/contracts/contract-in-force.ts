import type { Instant } from '#flexoffer';
import type { ContractTerms } from './contract-terms.js';

/** One version of a contract, numbered from 1. */
export interface ContractVersion extends ContractTerms {
  readonly id: string;
  readonly version: number;
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
export function contractInForce(
  versions: readonly ContractVersion[],
  instant: Instant,
): ContractVersion | undefined {
  const binding = new Map<string, ContractVersion>();
  for (const version of versions) {
    const other = binding.get(version.id);
    if (version.validFrom <= instant && (other === undefined || version.version > other.version))
      binding.set(version.id, version);
  }
  return [...binding.values()]
    .filter(({ validTo }) => validTo === undefined || instant < validTo)
    .sort((a, b) => b.validFrom - a.validFrom || (a.id < b.id ? -1 : 1))[0];
}
