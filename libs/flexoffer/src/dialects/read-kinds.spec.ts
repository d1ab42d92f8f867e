import { describe, expect, it } from '@jest/globals';
import type { FlexOffer } from '../flex-offer.js';
import { aMessage } from '../testing/a-message.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';

function read(changes: Record<string, unknown>, options: Partial<ReadOptions> = {}): FlexOffer {
  const result = readFlexOffer(aMessage(changes), readOptions(options));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

function faultPaths(changes: Record<string, unknown>): string[] {
  const result = readFlexOffer(aMessage(changes), readOptions());
  return result.ok ? [] : result.faults.map(({ path }) => path);
}

const profile = (...entries: readonly object[]) => ({ flexOfferProfileConstraints: entries });
const slice = (lower: number, upper: number, more: object = {}) => ({
  energyConstraintList: [{ lower, upper }],
  ...more,
});

describe('sub-total energy', () => {
  it('FO-02 is the same pair after every slice, or a pair for each', () => {
    const pairs = [
      { lower: 0, upper: 1 },
      { lower: 0.5, upper: 1.5 },
    ];
    const both = profile(slice(0, 1), slice(0, 1));
    expect(read({ ...both, subTotalEnergyConstraint: pairs[1] }).runningTotal).toEqual([
      { lowerWh: 500, upperWh: 1500 },
      { lowerWh: 500, upperWh: 1500 },
    ]);
    expect(read({ ...both, subTotalEnergyConstraint: pairs }, { sign: 'production-positive' })).toMatchObject(
      {
        runningTotal: [
          { lowerWh: -1000, upperWh: 0 },
          { lowerWh: -1500, upperWh: -500 },
        ],
      },
    );
    expect(faultPaths({ ...both, subTotalEnergyConstraint: [...pairs, pairs[0]] })).toEqual([
      'subTotalEnergyConstraint',
    ]);
  });

  it('FO-02 and total energy are read from inside of the profile, where they may not contradict the others', () => {
    const totals = {
      totalEnergyConstraint: [{ lower: [1], upper: [1.4] }],
      SubTotalEnergyConstraint: { lower: 0, upper: 1 },
    };
    expect(read(profile(slice(0, 1), slice(0, 1), totals))).toMatchObject({
      slices: [{}, {}],
      totalEnergy: { lowerWh: 1000, upperWh: 1400 },
      runningTotal: [
        { lowerWh: 0, upperWh: 1000 },
        { lowerWh: 0, upperWh: 1000 },
      ],
    });
    const other = { totalEnergyConstraint: { lower: 0, upper: 1 } };
    expect(faultPaths({ ...profile(slice(0, 1), totals), ...other })).toEqual([
      'flexOfferProfileConstraints[1].totalEnergyConstraint',
    ]);
  });

  it('FO-02 moves the invented default schedule to where it is feasible', () => {
    const constraint = { subTotalEnergyConstraint: { lower: 0, upper: 0.6 } };
    const { defaultSchedule } = read({ ...profile(slice(0, 1), slice(0, 1)), ...constraint });
    expect(defaultSchedule.energiesWh.reduce((sum, energy) => sum + energy, 0)).toBeLessThanOrEqual(600);
  });
});

describe('dependencies', () => {
  const rows = (...list: unknown[]) => ({ DependencyEnergyConstraintList: list });

  it('FO-02 are rows in kWh, turned in production-positive messages', () => {
    const message = profile(
      slice(0, 5),
      slice(-1, 3, { dependencyEnergyConstraints: [[1, -0.5, 4.0000001], '0 1 3'] }),
    );
    expect(read(message).slices[1]?.dependency).toEqual([
      { a: 1, b: -0.5, cWh: 4000 },
      { a: 0, b: 1, cWh: 3000 },
    ]);
    expect(read({ ...message, multiplier: '1' }, { sign: 'production-positive' }).slices[1]).toMatchObject({
      lowerWh: -3,
      upperWh: 1,
      dependency: [
        { a: -1, b: 0.5, cWh: 4 },
        { a: 0, b: -1, cWh: 3 },
      ],
    });
  });

  it('FO-02 give the bounds of slices that have no others, from all that can have gone before', () => {
    // A store of 14 kWh, empty at first, that takes up to 5 kWh in each interval.
    const store = rows([0, 1, 5], [0, -1, 0], [1, 1, 14]);
    const { slices } = read(profile(store, store, store, store));
    expect(slices.map(({ lowerWh, upperWh }) => [lowerWh, upperWh])).toEqual([
      [0, 5000],
      [0, 5000],
      [0, 5000],
      [0, 5000],
    ]);
    const needy = rows([0, 1, 5], [-1, -1, -14]);
    expect(read(profile(store, store, needy)).slices[2]).toMatchObject({ lowerWh: 4000, upperWh: 5000 });
  });

  it.each([
    ['energy without end', rows([0, 1, 5])],
    ['no energy', rows([0, 1, 5], [0, -1, -6])],
    ['no rows', rows()],
  ])('FO-02 that leave %s are refused', (_, entry) => {
    expect(faultPaths(profile(entry))).toEqual([
      'flexOfferProfileConstraints[0].DependencyEnergyConstraintList',
    ]);
  });

  it.each([[[1, 2]], ['1 1'], [[0, 0, 1]], [[1e300, 1, 1]], [[1, 1, 1e12]], [{}], [['a', 1, 1]]])(
    'FO-02 refuses %j as a row',
    (row) => {
      expect(faultPaths(profile(slice(0, 1, rows([0, 1, 5], row))))).toEqual([
        'flexOfferProfileConstraints[0].DependencyEnergyConstraintList[1]',
      ]);
    },
  );

  it('FO-02 refuses constraints of slices outside of them', () => {
    expect(faultPaths({ ...rows([0, 1, 5]), UncertainThreshold: 0.9 })).toEqual([
      'DependencyEnergyConstraintList',
      'UncertainThreshold',
    ]);
  });
});

describe('uncertainty', () => {
  const functions = [
    { from: 1, to: 2, coefficients: [2, -1] },
    { from: 0, to: 1, coefficients: [1] },
  ];

  it('FO-02 gives the bounds at the threshold', () => {
    const UncertainflexOfferProfileConstraints = [{ UncertainFunctions: functions, UncertainThreshold: 0.8 }];
    const uncertain = { UncertainflexOfferProfileConstraints, flexOfferProfileConstraints: undefined };
    expect(read(uncertain).slices).toEqual([
      {
        lowerWh: 0,
        upperWh: 1200,
        minDuration: 1,
        maxDuration: 1,
        uncertainty: {
          threshold: 0.8,
          pieces: [
            { fromWh: 0, toWh: 1000, coefficients: [1] },
            { fromWh: 1000, toWh: 2000, coefficients: [2, -1] },
          ],
        },
      },
    ]);
    expect(read(uncertain, { sign: 'production-positive' }).slices[0]).toMatchObject({
      lowerWh: -1200,
      upperWh: 0,
      uncertainty: {
        pieces: [
          { fromWh: -2000, toWh: -1000, coefficients: [2, 1] },
          { fromWh: -1000, toWh: 0, coefficients: [1] },
        ],
      },
    });
  });

  it('FO-02 never widens the bounds that are given beside it', () => {
    const both = slice(0.5, 3, { UncertainFunctions: functions, UncertainThreshold: 0.8 });
    expect(read(profile(both)).slices[0]).toMatchObject({ lowerWh: 500, upperWh: 1200 });
    const apart = slice(1.5, 3, { UncertainFunctions: functions, UncertainThreshold: 0.8 });
    expect(faultPaths(profile(apart))).toEqual(['flexOfferProfileConstraints[0].UncertainFunctions']);
  });

  it.each([
    ['UncertainFunctions', { UncertainThreshold: 0.9 }],
    ['UncertainThreshold', { UncertainFunctions: functions }],
    ['UncertainThreshold', { UncertainFunctions: functions, UncertainThreshold: 1.1 }],
    ['UncertainFunctions', { UncertainFunctions: [], UncertainThreshold: 1 }],
    ['UncertainFunctions', { UncertainFunctions: [...functions, functions[0]], UncertainThreshold: 1 }],
    [
      'UncertainFunctions',
      { UncertainFunctions: [{ from: 0, to: 1, coefficients: [0.5] }], UncertainThreshold: 1 },
    ],
    [
      'UncertainFunctions[0].coefficients',
      { UncertainFunctions: [{ from: 0, to: 1 }], UncertainThreshold: 1 },
    ],
    [
      'UncertainFunctions[0].to',
      { UncertainFunctions: [{ from: 1, to: 0, coefficients: [1] }], UncertainThreshold: 1 },
    ],
  ])('FO-02 refuses a fault in %s', (name, fields) => {
    expect(faultPaths(profile(slice(0, 1, fields)))).toEqual([`flexOfferProfileConstraints[0].${name}`]);
  });
});

describe('several bounds and durations', () => {
  it('FO-02 one pair for each interval makes single intervals', () => {
    const energyConstraintList = [
      { lower: 0, upper: 1 },
      { lower: 1, upper: 2 },
    ];
    const priceConstraint = { minPrice: 0, maxPrice: 0.1 };
    const { slices, price } = read(profile({ energyConstraintList, minDuration: 2, priceConstraint }));
    expect(slices).toEqual([
      { lowerWh: 0, upperWh: 1000, minDuration: 1, maxDuration: 1 },
      { lowerWh: 1000, upperWh: 2000, minDuration: 1, maxDuration: 1 },
    ]);
    expect(price).toEqual({ up: 100_000, down: 0 });
    const variable = { energyConstraintList, minDuration: 2, maxDuration: 3 };
    expect(faultPaths(profile(variable))).toEqual(['flexOfferProfileConstraints[0].energyConstraintList']);
  });

  it('FO-02 a schedule says how long slices of variable duration last', () => {
    const slices = profile(slice(0, 4, { minDuration: 1, maxDuration: 3 }), slice(0, 1));
    const schedule = (first: number) => ({
      startTime: '2026-01-05T08:00:00Z',
      scheduleSlices: [{ duration: first, energyAmount: 3 }, { energyAmount: 1 }],
    });
    expect(read({ ...slices, defaultSchedule: schedule(3) }).defaultSchedule).toMatchObject({
      energiesWh: [1000, 1000, 1000, 1000],
      durations: [3, 1],
    });
    expect(read({ ...slices, defaultSchedule: schedule(1) }).defaultSchedule.durations).toBeUndefined();
  });

  it('FO-02 the older form gives durations in seconds and the energies of its slices', () => {
    const message = {
      flexOfferProfileConstraints: undefined,
      slices: [
        { durationSeconds: 1800, energyConstraint: { lower: 0, upper: 2 }, costPerEnergyUnitLimit: 0.5 },
        { durationSeconds: 900, energyConstraint: { lower: 0, upper: 1 } },
      ],
      defaultSchedule: { startTime: '2026-01-05T09:00:00+01:00', energyAmounts: [1, 0.5] },
    };
    expect(read(message)).toMatchObject({
      slices: [
        { minDuration: 2, maxDuration: 2, upperWh: 2000 },
        { minDuration: 1, maxDuration: 1 },
      ],
      defaultSchedule: { energiesWh: [500, 500, 500] },
      price: { up: 500_000, down: 500_000 },
      origin: { dialect: 'slices' },
    });
    const odd = [{ durationSeconds: 1000, energyConstraint: { lower: 0, upper: 2 } }];
    expect(faultPaths({ ...message, slices: odd })).toEqual(['slices[0].durationSeconds']);
  });
});

describe('prices', () => {
  const tariff = (maxTariff: number) => ({ tariffConstraint: { minTariff: 0, maxTariff } });

  it('FO-02 that differ between slices stand in these', () => {
    const offer = read(profile(slice(0, 1), slice(0, 1, tariff(1)), slice(0, 1, tariff(2)), slice(0, 1)));
    expect(offer.price).toEqual({ up: 1_000_000, down: 0 });
    expect(offer.slices.map(({ price }) => price?.up)).toEqual([undefined, undefined, 2_000_000, undefined]);
  });

  const clock = (...prices: readonly number[]) => ({
    startTime: '2026-01-05T07:45:00Z',
    priceSlices: prices.map((maxPrice) => ({ duration: 2, priceConstraint: { minPrice: 0, maxPrice } })),
  });
  const fixed = {
    startBeforeTime: '2026-01-05T08:00:00Z',
    ...profile(slice(0, 1), slice(0, 1, { minDuration: 2 })),
  };

  it('FO-02 by the clock become prices of the slices of an offer with a fixed start', () => {
    const offer = read({ ...fixed, flexOfferPriceConstraints: [clock(1, 2)] });
    expect([offer.price.up, offer.slices[1]?.price?.up]).toEqual([1_000_000, 2_000_000]);
  });

  it.each([
    ['where the start is not fixed', { flexOfferTariffConstraint: clock(1, 2), ...profile(slice(0, 1)) }],
    ['where they do not cover the profile', { ...fixed, flexOfferTariffConstraint: clock(1) }],
    [
      'where a slice lies in two of them',
      { ...fixed, ...profile(slice(0, 1, { minDuration: 3 })), flexOfferTariffConstraint: clock(1, 2) },
    ],
    [
      'where a duration is open',
      { ...fixed, ...profile(slice(0, 1, { maxDuration: 2 })), flexOfferTariffConstraint: clock(1, 2) },
    ],
    [
      'where slices have other prices',
      { ...fixed, ...profile(slice(0, 1, tariff(7))), flexOfferTariffConstraint: clock(1) },
    ],
  ])('FO-02 by the clock are refused %s', (_, changes) => {
    expect(faultPaths(changes)).toEqual(['flexOfferTariffConstraint']);
  });
});

describe('unit and multiplier', () => {
  it("FO-04 are the message's own, then the reader's, then kWh", () => {
    const upper = (changes: object, options: Partial<ReadOptions>) =>
      read({ ...changes }, options).slices[0]?.upperWh;
    expect(upper({}, {})).toBe(1000);
    expect(upper({}, { unit: 'Wh', multiplier: 'M' })).toBe(1_000_000);
    expect(upper({ multiplier: '1' }, { multiplier: 'M' })).toBe(1);
  });
});
