import { describe, expect, it } from '@jest/globals';
import type { DependencyRow, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { dependencyNotEmpty } from './dependency-not-empty.js';

const slice = (rows: readonly (readonly [a: number, b: number, kwh: number])[]): Slice => ({
  minDuration: 1,
  maxDuration: 1,
  lowerWh: -5000,
  upperWh: 5000,
  dependency: rows.map(([a, b, kwh]): DependencyRow => ({ a, b, cWh: kwh * 1000 })),
});
const between = (low: number, high: number): [number, number, number][] => [
  [0, -1, -low],
  [0, 1, high],
];

describe('dependencyNotEmpty', () => {
  it('FM-01 accepts a store that can be charged and discharged', () => {
    const store = slice([...between(-5, 5), [-1, -1, 6.64], [1, 1, 7.14]]);
    expect(dependencyNotEmpty(anOffer({ slices: [store, store, store, store] }))).toEqual([]);
  });

  it('FM-01 accepts a single sequence of energies', () => {
    const slices = [slice(between(5, 5)), slice([...between(-5, 5), [-1, -1, 0], [1, 1, 0]])];
    expect(dependencyNotEmpty(anOffer({ slices }))).toEqual([]);
  });

  it('FM-01 refuses the example of the specification, section 2.4, whose rows read literally leave nothing', () => {
    const slices = [
      slice([
        [0, 1, 5],
        [0, -1, -5],
      ]),
      slice([
        [0, -1, -5],
        [0, 1, 5],
        [-1, 0, -5],
        [1, 0, 5],
        [-1, -1, -6.64],
        [1, 1, 7.14],
      ]),
    ];
    expect(dependencyNotEmpty(anOffer({ slices }))).toEqual([
      {
        path: 'flexOfferProfileConstraints[1].DependencyEnergyConstraintList',
        message: 'allows no energy after the 5000 to 5000 Wh that the slices before it can take',
      },
    ]);
  });

  it('FM-01 holds the rows together with running totals and the total, and names a plain slice that ends the way', () => {
    const plain = { minDuration: 2, maxDuration: 2, lowerWh: 0, upperWh: 100 };
    const offer = anOffer({ slices: [slice(between(1, 2)), plain] });
    expect(dependencyNotEmpty({ ...offer, totalEnergy: { lowerWh: 0, upperWh: 1000 } })).toEqual([]);
    expect(
      dependencyNotEmpty({ ...offer, totalEnergy: { lowerWh: 0, upperWh: 999 } }).map(({ path }) => path),
    ).toEqual(['flexOfferProfileConstraints[1]']);
    const runningTotal = [
      { lowerWh: 0, upperWh: 900 },
      { lowerWh: 0, upperWh: 9000 },
    ];
    expect(dependencyNotEmpty({ ...offer, runningTotal }).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0].DependencyEnergyConstraintList',
    ]);
  });

  it('FM-01 leaves rows that are no rows, and totals out of reach without them, to their own rules', () => {
    expect(dependencyNotEmpty(anOffer({ slices: [slice([[Number.NaN, 1, 1]])] }))).toEqual([]);
    const far = {
      ...anOffer({ slices: [slice(between(0, 1))] }),
      totalEnergy: { lowerWh: 5001, upperWh: 6000 },
    };
    expect(dependencyNotEmpty(far)).toEqual([]);
  });
});
