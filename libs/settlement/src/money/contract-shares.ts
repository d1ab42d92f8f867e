import type { Fault, Result } from '#flexoffer';
import { parseDecimal } from './decimal.js';
import { WHOLE_SHARE } from './split.js';

/** How the price of delivered energy is divided, in parts per million; the three sum to 1000000. */
export interface ContractShares {
  readonly prosumer: number;
  readonly aggregator: number;
  readonly operator: number;
}

/** A contract that says nothing about shares: the prosumer is paid everything. */
export const WHOLE_TO_PROSUMER: ContractShares = { prosumer: WHOLE_SHARE, aggregator: 0, operator: 0 };

/**
 * Reads the shares of a contract (decimal strings as "0.7"; together exactly 1), with every fault found; its
 * paths begin at `shares`.
 */
export function parseShares(shares: Readonly<Record<keyof ContractShares, string>>): Result<ContractShares> {
  const faults: Fault[] = [];
  const parts = (party: keyof ContractShares): number => {
    const parsed = parseDecimal(shares[party]);
    if (parsed.ok && parsed.value >= 0n && parsed.value <= BigInt(WHOLE_SHARE)) return Number(parsed.value);
    faults.push({ path: `shares.${party}`, message: 'must be a decimal from 0 to 1 with at most 6 places' });
    return 0;
  };
  const value = { prosumer: parts('prosumer'), aggregator: parts('aggregator'), operator: parts('operator') };
  if (faults.length === 0 && value.prosumer + value.aggregator + value.operator !== WHOLE_SHARE) {
    faults.push({ path: 'shares', message: 'must sum to exactly 1' });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}
