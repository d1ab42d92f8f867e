import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import type { ValidatedCurve } from './finding.js';
import { validate } from './validate.js';

const FROM = 1_900_000;
const NONE = { importWh: [], exportWh: [] };

function curve(importWh: readonly number[], more: Partial<ValidatedCurve> = {}): ValidatedCurve {
  return {
    from: FROM,
    importWh: Float64Array.from(importWh),
    exportWh: Float64Array.from(importWh, (wh) => (Number.isNaN(wh) ? NaN : 0)),
    origin: Uint8Array.from(importWh, (wh) => (Number.isNaN(wh) ? 0 : 1)),
    most: {},
    counted: NONE,
    ...more,
  };
}

/** A day on which nothing is wrong. */
const usual = Array.from({ length: 96 }, (_, quarter) => 200 + ((quarter * 37) % 100));
const withValue = (at: number, ...values: number[]): number[] =>
  usual.toSpliced(at, values.length, ...values);
const found = (validated: ValidatedCurve): unknown[] =>
  validate(validated).map(({ rule, direction, from, to }) => [rule, direction, from - FROM, to - FROM]);

describe('validation of a curve', () => {
  it('ST-02 finds nothing on a usual day, nor in zeros', () => {
    expect(validate(curve(usual))).toEqual([]);
    expect(validate(curve(Array(96).fill(0)))).toEqual([]);
  });

  it('ST-02 finds gaps', () => {
    expect(found(curve(withValue(0, NaN, NaN)))).toEqual([['gap', undefined, 0, 2]]);
    expect(found(curve(withValue(95, NaN)))).toEqual([['gap', undefined, 95, 96]]);
  });

  it('ST-02 finds spikes, once it knows what is usual', () => {
    expect(found(curve(withValue(40, 1600)))).toEqual([['spike', 'importWh', 40, 41]]);
    expect(found(curve(withValue(40, 1400)))).toEqual([]);
    expect(found(curve([...usual.slice(0, 20), 9000]))).toEqual([]);
  });

  it('ST-02 finds flat lines from four hours on', () => {
    expect(found(curve(withValue(10, ...(Array(16).fill(321) as number[]))))).toEqual([
      ['flat-line', 'importWh', 10, 26],
    ]);
    expect(found(curve(withValue(10, ...(Array(15).fill(321) as number[]))))).toEqual([]);
    const steps = [...(Array(16).fill(321) as number[]), ...(Array(16).fill(322) as number[])];
    expect(found(curve(withValue(0, ...steps)))).toHaveLength(2);
  });

  it('ST-02 finds what the connection cannot carry', () => {
    const most = { importWh: 299 };
    expect(found(curve(withValue(3, 300), { most }))).toEqual([['beyond-connection', 'importWh', 3, 4]]);
    expect(found(curve(usual, { most }))).toEqual([]);
  });

  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, 1],
  ])('ST-02 holds sums against registers, exactly: %i Wh and %i Wh off', (first, second, count) => {
    const sum = (from: number, to: number): number => usual.slice(from, to).reduce((a, b) => a + b, 0);
    const stretch = (from: number, to: number, off: number) => {
      return { from: instantOf(FROM + from), to: instantOf(FROM + to), energyWh: sum(from, to) + off };
    };
    const counted = { ...NONE, importWh: [stretch(0, 10, first), stretch(10, 47, second)] };
    expect(validate(curve(usual, { counted }))).toHaveLength(count);
    expect(
      validate(curve(withValue(0, NaN), { counted })).filter(({ rule }) => rule === 'register-sum'),
    ).toHaveLength(second);
  });

  it('ST-02 grants registers of whole kWh one of them', () => {
    const counted = (energyWh: number) => {
      return { ...NONE, importWh: [{ from: instantOf(FROM), to: instantOf(FROM + 4), energyWh }] };
    };
    const values = [500, 600, 700, 300];
    expect(validate(curve(values, { counted: counted(3000) }))).toEqual([]);
    expect(validate(curve(values, { counted: counted(4000) }))).toMatchObject([
      { detail: 'quarter-hours sum to 2100 Wh, registers counted 4000 Wh' },
    ]);
  });
});
