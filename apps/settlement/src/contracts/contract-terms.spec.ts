import { describe, expect, it } from '@jest/globals';
import type { ContractBody } from './contract.schema.js';
import { contractTerms } from './contract-terms.js';

const MARKET = { currency: 'EUR', timeZone: 'Europe/Luxembourg' };
const BODY: ContractBody = {
  participantId: 'house',
  kind: 'direct',
  currency: 'EUR',
  validFrom: '2024-03-01T00:00:00Z',
  baseline: { method: 'mid-8-of-10' },
  penaltyPerKwh: '0.02',
};

function faultsOf(change: Partial<ContractBody>): string[] {
  const terms = contractTerms({ ...BODY, ...change }, MARKET);
  return terms.ok ? [] : terms.faults.map(({ path }) => path);
}

describe('the terms of a contract', () => {
  it('ST-05 are exact: prices in millionths, shares in parts per million', () => {
    const shares = { prosumer: '0.8', aggregator: '0.15', operator: '0.05' };
    expect(
      contractTerms({ ...BODY, shares, toleranceWh: 5, penaltyCap: '1.5', tax: { rate: '0.081' } }, MARKET),
    ).toMatchObject({
      ok: true,
      value: {
        penaltyPerKwh: 20_000,
        toleranceWh: 5,
        penaltyCap: 1_500_000,
        taxRate: 81_000,
        shares: { prosumer: 800_000, aggregator: 150_000, operator: 50_000 },
        validFrom: Date.UTC(2024, 2, 1),
      },
    });
  });

  it('ST-05 give the prosumer everything where nothing is said about shares', () => {
    expect(contractTerms(BODY, MARKET)).toMatchObject({ value: { shares: { prosumer: 1_000_000 } } });
  });

  it('ST-05 let a plain date begin at local midnight', () => {
    expect(contractTerms({ ...BODY, validFrom: '2024-03-01' }, MARKET)).toMatchObject({
      value: { validFrom: Date.UTC(2024, 1, 29, 23) },
    });
  });

  it('ST-05 have rewards in delegated trading alone, 0 for those that are not named', () => {
    const rewards = { fixedPerMonth: '5', activationPerKwh: '0.07' };
    const terms = contractTerms({ ...BODY, kind: 'delegated', rewards }, MARKET);
    expect(terms.ok && terms.value.rewards).toEqual({
      fixedPerMonth: 5_000_000,
      energyFlexPerKwh: 0,
      timeFlexPerInterval: 0,
      activationFixed: 0,
      activationPerKwh: 70_000,
      activationPerStartInterval: 0,
    });
    const direct = contractTerms({ ...BODY, rewards }, MARKET);
    expect(direct.ok && direct.value).not.toHaveProperty('rewards');
  });

  it.each<[ContractBody['baseline'], object]>([
    [{ method: '10-of-10', adjustment: 'same-day' }, { baselineMethod: '10-of-10-adjusted' }],
    [{ method: '10-of-10', adjustment: 'none' }, { baselineMethod: '10-of-10' }],
    [{ method: 'calibrated-blend', adjustment: 'same-day' }, { baselineMethod: 'calibrated-blend' }],
    [{ method: '10-of-10', fallback: 'prognosis' }, { baselineFallback: 'prognosis' }],
    [{ method: '10-of-10', outsideLimits: 'refuse' }, { refuseOutsideLimits: true }],
  ])('ST-03 name the baseline, its adjustment and what else to do: %j', (baseline, terms) => {
    expect(contractTerms({ ...BODY, baseline }, MARKET)).toMatchObject({ ok: true, value: terms });
  });

  it.each<[Partial<ContractBody>, string]>([
    [{ baseline: { method: 'calibrated-blend', adjustment: 'none' } }, 'baseline.adjustment'],
    [{ baseline: { method: 'prognosis', adjustment: 'same-day' } }, 'baseline.adjustment'],
    [{ baseline: { method: '10-of-10', fallback: 'guess' } }, 'baseline.fallback'],
    [{ baseline: { method: '10-of-10', fallback: '10-of-10' } }, 'baseline.fallback'],
    [{ currency: 'CHF' }, 'currency'],
    [{ baseline: { method: 'gut-feeling' } }, 'baseline.method'],
    [{ penaltyPerKwh: '-0.1' }, 'penaltyPerKwh'],
    [{ penaltyCap: '-1' }, 'penaltyCap'],
    [{ penaltyCap: '1000.1' }, 'penaltyCap'],
    [{ penaltyPerKwh: '0.1234567' }, 'penaltyPerKwh'],
    [{ validFrom: '2024-03-01T00:00:00' }, 'validFrom'],
    [{ validFrom: '2024-02-30' }, 'validFrom'],
    [{ validTo: '2024-03-01T00:00:00Z' }, 'validTo'],
    [{ shares: { prosumer: '0.8', aggregator: '0.15', operator: '0.06' } }, 'shares'],
    [{ rewards: { energyFlexPerKwh: 'much' } }, 'rewards.energyFlexPerKwh'],
    [{ tax: { rate: '8.1' } }, 'tax.rate'],
  ])('ST-05 are refused: %j', (change, path) => {
    expect(faultsOf(change)).toEqual([path]);
  });
});
