import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  delegatedFacts,
  forged,
  newKey,
  packageOf,
  packagedReport,
  smallFacts,
  verifyBytes,
  type ForgedRecord,
} from '../../test/evidence-package.js';
import { settlementFacts } from '../../test/settlement-facts.js';
import { verifyPackage } from './verify-package.js';

const { key, keys } = newKey();
const small = [packagedReport('rp-1', smallFacts()), packagedReport('rp-2', delegatedFacts())];

describe('an evidence package', () => {
  it('ST-06 is verified from its bytes and a public key alone, in pieces of any size', async () => {
    const bytes = await packageOf([packagedReport('rp-1', settlementFacts()), ...small.slice(1)], key);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
      bytes.subarray(index * 1000, (index + 1) * 1000),
    );
    const outcome = await verifyPackage(pieces, keys);
    const lines = bytes.toString().split('\n').length - 1;
    expect(outcome).toEqual({
      valid: true,
      runId: 'run-1',
      reports: 2,
      lines,
      keyId: key.keyId,
      fault: undefined,
    });
  });

  it('ST-06 is the same, byte for byte, whenever it is written', async () => {
    expect(await packageOf(small, key)).toEqual(await packageOf(small, key));
  });

  it('ST-06 shows one changed byte anywhere, and the line that it is in', async () => {
    const bytes = await packageOf(small, key);
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ change;
        const line = bytes.subarray(0, at).toString().split('\n').length;
        expect((await verifyBytes(changed, keys)).fault?.line).toBe(line);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('ST-06 shows bytes that were cut off, added or moved', async () => {
    const bytes = await packageOf(small, key);
    const ends = fc.integer({ min: 0, max: bytes.length - 1 });
    const anything = fc.uint8Array({ minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(ends, anything, async (end, more) => {
        expect((await verifyBytes(bytes.subarray(0, end), keys)).valid).toBe(false);
        const inserted = Buffer.concat([bytes.subarray(0, end), more, bytes.subarray(end)]);
        expect((await verifyBytes(inserted, keys)).valid).toBe(inserted.equals(bytes));
        expect((await verifyBytes(Buffer.concat([bytes, more]), keys)).valid).toBe(false);
      }),
      { seed: 61, numRuns: 60 },
    );
  });
});

describe('a forger who chains all lines again', () => {
  const figures: [string, (record: ForgedRecord) => boolean, ForgedRecord, object][] = [
    [
      'an amount',
      ({ type }) => type === 'line',
      { line: { ...small[0]?.content.lines[0], amount: '9.000000' } },
      { path: 'line.amount', reported: '9.000000', recomputed: '1.470000' },
    ],
    [
      'a total',
      ({ type }) => type === 'totals',
      { totals: { ...small[0]?.content.totals, net: '9.000000' } },
      { path: 'totals.net', reported: '9.000000' },
    ],
    [
      'a posting',
      ({ type }) => type === 'posting',
      { posting: { amount: '9.000000' } },
      { path: 'posting.amount', reported: '9.000000' },
    ],
    [
      'a reward',
      ({ type }) => type === 'reward',
      { reward: { amount: '9.000000' } },
      { path: 'reward.amount', reported: '9.000000' },
    ],
    [
      "a report's meter",
      ({ type }) => type === 'report',
      { meterId: 'mine' },
      { path: 'facts.meterId', message: "must be the report's meter" },
    ],
    [
      'the period of the run',
      ({ type }) => type === 'package',
      { run: { runId: 'run-1', from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z' } },
      { path: 'facts.period', reported: { from: '2024-01-14T23:00:00Z' } },
    ],
    [
      'a balance',
      ({ type }) => type === 'balance',
      { amount: '9.000000' },
      { path: 'amount', reported: '9.000000' },
    ],
    [
      'a code version',
      ({ type }) => type === 'report',
      { codeVersion: '9.9.9' },
      { path: 'codeVersion', message: expect.stringContaining('9.9.9') },
    ],
    [
      'a fact that no figure shows',
      ({ type }) => type === 'package',
      { run: { runId: 'another', from: '2024-01-14T23:00:00Z', to: '2024-01-15T23:00:00Z' } },
      { path: 'signature' },
    ],
    ['the key', ({ type }) => type === 'signature', { keyId: 'mine' }, { path: 'keyId' }],
  ];

  it.each(figures)('ST-06 is found who changes %s', async (_, chosen, change, fault) => {
    const bytes = forged(await packageOf(small, key), (records) => {
      const index = records.findIndex(chosen);
      return records.map((record, at) => (at === index ? { ...record, ...change } : record));
    });
    expect((await verifyBytes(bytes, keys)).fault).toMatchObject(fault);
  });

  it('ST-06 is found who leaves out, repeats or swaps lines', async () => {
    const bytes = await packageOf(small, key);
    const count = bytes.toString().split('\n').length - 1;
    for (let at = 0; at < count; at += 1) {
      const without = forged(bytes, (records) => records.toSpliced(at, 1));
      expect([at, (await verifyBytes(without, keys)).valid]).toEqual([at, false]);
      const twice = forged(bytes, (records) => records.toSpliced(at, 0, records[at] ?? {}));
      expect([at, (await verifyBytes(twice, keys)).valid]).toEqual([at, false]);
    }
  });

  it('ST-06 is found who puts anything in the place of facts', async () => {
    const bytes = await packageOf(small, key);
    const count = bytes.toString().split('\n').length - 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: count - 1 }),
        fc.constantFrom(
          'facts',
          'delivery',
          'readings',
          'line',
          'run',
          'type',
          'posting',
          'balance',
          'signature',
        ),
        fc.jsonValue(),
        async (at, field, value) => {
          const changed = forged(bytes, (records) =>
            records.map((record, index) => (index === at ? { ...record, [field]: value } : record)),
          );
          expect((await verifyBytes(changed, keys)).valid).toBe(changed.equals(bytes));
        },
      ),
      { seed: 62, numRuns: 300 },
    );
  });

  it('ST-06 cannot sign with a key of its own', async () => {
    const { fault } = await verifyBytes(await packageOf(small, newKey().key), keys);
    expect(fault).toMatchObject({ path: 'keyId', message: expect.stringContaining(key.keyId) });
  });
});
