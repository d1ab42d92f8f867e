import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERY_DAY, settlementFacts } from '../../test/settlement-facts.js';
import type { Evidence } from './evidence.js';
import { evidenceHash } from './evidence.js';
import { settleWithEvidence } from './settle-with-evidence.js';
import { verifyReport } from './verify-report.js';

const settled = settleWithEvidence(settlementFacts());
if (!settled.ok) throw new Error(JSON.stringify(settled.faults));
const { report, evidence } = settled.value;

/** Evidence as an auditor gets it: through JSON. */
const exported = (): Evidence => JSON.parse(JSON.stringify(evidence)) as Evidence;

/** Someone who changes the evidence and also puts its new hash into the report. */
const forged = (changed: Evidence) => ({ ...report, evidenceHash: evidenceHash(changed) });

const pathsOf = (...[given, changed]: Parameters<typeof verifyReport>) =>
  verifyReport(given, changed).differences.map(({ path }) => path);

/** The paths of all texts, numbers, booleans and nulls in a JSON value. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function changedLeaf(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return otherThan(value);
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (String(index) === key ? changedLeaf(inner, rest) : inner));
  }
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]) => [
      name,
      name === key ? changedLeaf(inner, rest) : inner,
    ]),
  );
}

/** The smallest change: a number by 1, a text in its last character. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  return typeof value === 'boolean' ? !value : 0;
}

describe('verifyReport', () => {
  it('ST-06 confirms what was settled, also after a journey through JSON', () => {
    expect(verifyReport(report, exported())).toEqual({ valid: true, differences: [] });
    expect(report.lines.map(({ missing }) => missing)).toEqual([undefined, undefined, undefined]);
  });

  it('ST-06 ignores what storage adds to a report', () => {
    expect(verifyReport({ ...report, ...{ reportId: 'r', version: 3 } }, evidence).valid).toBe(true);
  });

  it('ST-06 finds any one changed figure of the evidence', () => {
    const all = leaves(evidence);
    fc.assert(
      fc.property(fc.nat(all.length - 1), (index) => {
        const changed = changedLeaf(evidence, all[index] ?? []) as Evidence;
        const { valid, differences } = verifyReport(report, changed);
        expect(valid).toBe(false);
        expect(differences[0]?.path).toBe('report.evidenceHash');
      }),
      { seed: 42, numRuns: 120 },
    );
  });

  it('ST-06 finds any one changed figure of the report', () => {
    for (const path of leaves(report)) {
      const changed = changedLeaf(report, path) as typeof report;
      const dotted = path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('');
      expect(pathsOf(changed, evidence)).toEqual([`report${dotted}`]);
    }
  });

  it('ST-06 names the figures that a changed meter value moves, even if the hash was forged too', () => {
    const at = String(evidence.readings.findIndex(({ day }) => day === DELIVERY_DAY));
    const changed = changedLeaf(evidence, ['readings', at, 'importWh', '45']) as Evidence;
    const paths = pathsOf(forged(changed), changed);
    expect(paths).toContain('report.lines[2].actualWh');
    expect(paths).toContain('report.lines[2].deficiencyWh');
    expect(paths).toContain('evidence.lines[2].actualWh');
    expect(paths).not.toContain('report.lines[0].actualWh');
  });

  it('ST-06 names a changed baseline, total and contract term under a forged hash', () => {
    const baseline = changedLeaf(evidence, ['baselines', '0', 'baselineWh', '5']) as Evidence;
    expect(pathsOf(forged(baseline), baseline)).toEqual(['evidence.baselines[0].baselineWh[5]']);
    const total = changedLeaf(evidence, ['totals', 'net']) as Evidence;
    expect(pathsOf(forged(total), total)).toEqual(['evidence.totals.net']);
    const penalty = { ...evidence, contract: { ...evidence.contract, penaltyPerKwh: 12_000_000 } };
    expect(pathsOf(forged(penalty), penalty)).toContain('report.lines[0].penalty');
  });

  it('ST-06 says which facts cannot be settled', () => {
    const [first] = evidence.readings;
    const readings = first === undefined ? [] : [first, ...evidence.readings];
    const changed = { ...evidence, readings };
    expect(verifyReport(forged(changed), changed).differences).toEqual([
      { path: 'evidence.readings', reported: undefined, recomputed: 'must be one per day' },
    ]);
    const elsewhere = { ...evidence, zone: 'Europe/Atlantis' };
    expect(verifyReport(forged(elsewhere), elsewhere).differences).toEqual([
      { path: 'evidence.zone', reported: undefined, recomputed: 'must be an IANA time zone' },
    ]);
  });
});
