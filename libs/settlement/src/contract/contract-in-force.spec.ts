import { describe, expect, it } from '@jest/globals';
import { contractInForce, type ContractPeriod } from './contract-in-force.js';

function version(id: string, number: number, validFrom: number, validTo?: number): ContractPeriod {
  return { id, version: number, validFrom, ...(validTo === undefined ? {} : { validTo }) };
}

function at(versions: readonly ContractPeriod[], instant: number): string | undefined {
  const found = contractInForce(versions, instant);
  return found && `${found.id} ${found.version}`;
}

describe('the contract in force', () => {
  it('ST-05 is the version that had begun, from its start to its end', () => {
    const versions = [version('c', 1, 10, 20)];
    expect([9, 10, 19, 20].map((instant) => at(versions, instant))).toEqual([
      undefined,
      'c 1',
      'c 1',
      undefined,
    ]);
  });

  it('ST-06 leaves the past to the versions that were valid in it', () => {
    const versions = [version('c', 2, 30), version('c', 1, 10)];
    expect([29, 30].map((instant) => at(versions, instant))).toEqual(['c 1', 'c 2']);
  });

  it('ST-05 ends for good with a version that ends it', () => {
    const versions = [version('c', 1, 10), version('c', 2, 10, 20)];
    expect([19, 20].map((instant) => at(versions, instant))).toEqual(['c 2', undefined]);
  });

  it('ST-05 is the one that began last of several, in any order of the list', () => {
    const versions = [version('b', 1, 20), version('a', 1, 20), version('c', 1, 10)];
    expect(at(versions, 25)).toBe('a 1');
    expect(at(versions.toReversed(), 25)).toBe('a 1');
  });
});
