import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intervalOf } from '#flexoffer';
import type { MeterItem } from '../meter-value.js';
import { POINT, e66Document, quarters, type MadeMeteringData } from '../testing/e66-document.js';
import { E66Reader } from './e66-reader.js';

const NOW = Date.parse('2026-01-20T00:00:00Z');
const MIDNIGHT = intervalOf(Date.parse('2026-01-15T00:00:00Z'));

function read(text: string, pieces: readonly number[] = []): MeterItem[] {
  const reader = new E66Reader(NOW);
  const cuts = [
    0,
    ...[...new Set(pieces.map((piece) => piece % text.length))].sort((a, b) => a - b),
    text.length,
  ];
  const items = cuts.slice(1).flatMap((cut, index) => reader.write(text.slice(cuts[index], cut)));
  return [...items, ...reader.close()];
}

const values = (items: readonly MeterItem[]) =>
  items.flatMap((item) => (item.kind === 'value' ? item.value : []));
const reasons = (items: readonly MeterItem[]) =>
  items.flatMap((item) => (item.kind === 'refusal' ? item.refusal.reason : []));
const reasonsOf = (part: Partial<MadeMeteringData>) =>
  reasons(read(e66Document([{ observations: quarters(4), ...part }])));

describe('validated meter data (E66)', () => {
  it.each(['12', '13', '14'])(
    'ST-01 is read as values with direction, condition and place, schema %s',
    (version) => {
      const observations = [
        { sequence: 1, volume: '1.234' },
        { sequence: 2, volume: '0.000', condition: '21' },
        { sequence: 3, volume: '2.5', condition: '56' },
        { sequence: 4, volume: '7' },
      ];
      const items = read(e66Document([{ observations }, { observations, production: true }], { version }));
      expect(reasons(items)).toEqual([]);
      const [first] = values(items);
      expect(first).toEqual({
        ...{
          meteringPoint: POINT,
          direction: 'import',
          interval: MIDNIGHT,
          energyWh: 1234,
          condition: 'final',
          isReplacement: false,
        },
        ...{ createdAt: Date.parse('2026-01-17T05:00:00Z'), documentId: 'data-0', line: 19 },
      });
      expect(
        values(items).map(({ direction, energyWh, condition }) => [direction, energyWh, condition]),
      ).toEqual(
        ['import', 'export'].flatMap((direction) => [
          [direction, 1234, 'final'],
          [direction, 0, 'placeholder'],
          [direction, 2500, 'estimate'],
          [direction, 7000, 'final'],
        ]),
      );
    },
  );

  it.each([
    ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 92],
    ['2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z', 100],
  ])('ST-01 has days of 92 and 100 quarter-hours: %s to %s', (start, end, count) => {
    const reader = new E66Reader(Date.parse('2026-04-01T00:00:00Z'));
    const items = reader.write(
      e66Document([{ start, end, observations: quarters(count) }], { creation: '2026-03-30T00:00:00Z' }),
    );
    expect(reasons(items)).toEqual([]);
    expect(values(items)).toHaveLength(count);
  });

  it('ST-01 does not depend on the pieces in which it comes', () => {
    const text = e66Document([
      { observations: [...quarters(2), { sequence: 4, volume: '-1' }] },
      { observations: quarters(4) },
    ]);
    const whole = read(text);
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 20 }), (pieces) => {
        expect(read(text, pieces)).toEqual(whole);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('ST-01 keeps the good rows beside bad ones, each refused with its line', () => {
    const observations = [
      { sequence: 1, volume: '0.250' },
      { sequence: 1, volume: '0.250' },
      { sequence: 5, volume: '0.250' },
      { sequence: 2, volume: '-0.250' },
      { sequence: 3, volume: '0,250' },
      { sequence: 4, volume: '0.250', condition: '99' },
    ];
    const items = read(e66Document([{ observations }]));
    expect(values(items)).toHaveLength(1);
    expect(items.flatMap((item) => (item.kind === 'refusal' ? [item.refusal] : []))).toEqual([
      { line: 20, reason: 'Sequence 1 was there before' },
      { line: 21, reason: 'Sequence 5 is not between 1 and 4' },
      { line: 22, reason: 'Volume -0.250 is not a number of kWh from 0 on, with at most three places' },
      { line: 23, reason: 'Volume 0,250 is not a number of kWh from 0 on, with at most three places' },
      { line: 24, reason: 'Condition 99 is not known' },
    ]);
  });

  it.each<[string, Partial<MadeMeteringData>]>([
    ['Sequence 2 to 3 is missing', { observations: [quarters(1)[0]!, { sequence: 4, volume: '1' }] }],
    ['MeteringData: VSENationalID must be CH and 31 letters or digits', { point: 'CH123' }],
    ['MeteringData: Resolution must be 15 MIN', { resolution: '60' }],
    ['MeteringData: MeasureUnit must be KWH', { unit: 'MWH' }],
    ['MeteringData: 2026-01-21T00:00:00Z is in the future', { end: '2026-01-21T00:00:00Z' }],
    ['MeteringData: 1985-01-15T00:00:00Z is before 1995', { start: '1985-01-15T00:00:00Z' }],
    ['MeteringData: 2026-01-15T00:00:00 is not an instant with an offset', { start: '2026-01-15T00:00:00' }],
    [
      'MeteringData: 2026-01-15T00:07:00Z to 2026-01-15T01:00:00Z does not consist of whole quarter-hours',
      { start: '2026-01-15T00:07:00Z' },
    ],
    [
      'Condition 21 is a placeholder, but its Volume is 1.000',
      {
        observations: [...quarters(3), { sequence: 4, volume: '1.000', condition: '21' }],
      },
    ],
  ])('ST-01 refuses with the reason: %s', (reason, part) => {
    expect(reasonsOf(part)).toEqual([reason]);
  });

  it('ST-01 keeps what was complete when a document breaks off, and says where it did', () => {
    const text = e66Document([{ observations: quarters(4) }, { observations: quarters(4) }]);
    const items = read(text.slice(0, text.lastIndexOf('</rsm:Observation>')));
    expect(values(items)).toHaveLength(4);
    expect(reasons(items)).toEqual([expect.stringContaining('unclosed tag')]);
  });

  it('ST-01 says whether it replaces an earlier document', () => {
    const items = read(e66Document([{ observations: quarters(4) }], { status: '5' }));
    expect(values(items).every(({ isReplacement }) => isReplacement)).toBe(true);
  });

  it.each([
    ['another status', e66Document([{ observations: quarters(4) }], { status: '7' }), 'Status 7 is neither'],
    ['another namespace', e66Document([], { namespace: 'http://example.org' }), 'the namespace is'],
    ['another schema', e66Document([], { version: '11' }), 'is not validated meter data'],
    [
      'another kind',
      e66Document([{ observations: quarters(4) }], { type: 'E31' }),
      'DocumentType is not E66',
    ],
    [
      'a type definition',
      e66Document([]).replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      'document type definition',
    ],
    ['an unknown entity', e66Document([]).replace('1.0</', '&a;</'), 'undefined entity'],
    ['a creation in the future', e66Document([], { creation: '2027-01-01T00:00:00Z' }), 'is in the future'],
    ['nothing', '', 'must contain a root element'],
    ['no XML', 'meterId;value', ''],
  ])('ST-01 refuses %s, and reads nothing of it', (_, text, reason) => {
    const items = read(text);
    expect(values(items)).toEqual([]);
    expect(reasons(items)).toEqual([expect.stringContaining(reason)]);
  });
});
