import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { directionStretches } from './direction-stretches.js';
import { quarterEnergies } from './quarter-energies.js';
import { registerName } from './register-name.js';

const MINUTE = 60_000;
const known = (from: number, to: number, energyWh: number) => ({
  from: from * MINUTE,
  to: to * MINUTE,
  energyWh,
});
const quarters = (stretches: Parameters<typeof quarterEnergies>[0]): unknown[] =>
  quarterEnergies(stretches).map(({ interval, energyWh, isMeasured }) => [interval, energyWh, isMeasured]);

describe('quarter-hours of registers', () => {
  it('ST-02 are measured where the register was read at both ends, and spread evenly over two hours at most', () => {
    expect(
      quarters([known(0, 15, 1000), known(15, 45, 1501), known(45, 225, 9000), known(225, 345, 800)]),
    ).toEqual([
      [0, 1000, true],
      ...[1, 2].map((interval, place) => [interval, 751 - place, false]),
      ...Array.from({ length: 8 }, (_, place) => [15 + place, 100, false]),
    ]);
  });

  it('ST-02 take parts of several stretches, and none of an unknown one', () => {
    const unknown = { from: 30 * MINUTE, to: 40 * MINUTE, unknown: 'reset' };
    expect(quarters([known(5, 20, 150), known(20, 30, 200), unknown, known(40, 60, 80)])).toEqual([
      [1, 250, false],
      [3, 60, false],
    ]);
  });

  it('ST-02 add up to what the register counted', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.nat(10_000)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (list) => {
        let at = 0;
        const stretches = list.map(([count, energy]) => known(at, (at += 15 * count), energy));
        const energies = quarterEnergies(stretches);
        expect(energies).toHaveLength(at / 15);
        expect(energies.every(({ energyWh }) => energyWh >= 0)).toBe(true);
        const sum = energies.reduce((total, { energyWh }) => total + energyWh, 0);
        expect(sum).toBe(list.reduce((total, [, energy]) => total + energy, 0));
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe('registers of a direction', () => {
  const register = (tariff: number, values: readonly (readonly [number, number])[], factor = 1) => {
    return { tariff, factor, readings: values.map(([at, valueWh]) => ({ at, meter: 'm', valueWh })) };
  };
  const HOUR = 3_600_000;

  it('ST-02 are the register of all tariffs, or else the tariffs between the instants at which all were read', () => {
    const tariffs = [
      register(
        1,
        [
          [0, 10],
          [HOUR, 20],
          [2 * HOUR, 50],
        ],
        3,
      ),
      register(
        2,
        [
          [0, 5],
          [2 * HOUR, 6],
        ],
        3,
      ),
    ];
    expect(directionStretches(tariffs, 1e9)).toEqual([{ from: 0, to: 2 * HOUR, energyWh: 3 * 41 }]);
    const total = register(0, [
      [0, 0],
      [HOUR, 7],
    ]);
    expect(directionStretches([...tariffs, total], 1e9)).toEqual([{ from: 0, to: HOUR, energyWh: 7 }]);
    const reset = register(2, [
      [0, 5],
      [2 * HOUR, 1],
    ]);
    expect(
      directionStretches(
        [
          register(1, [
            [0, 10],
            [2 * HOUR, 50],
          ]),
          reset,
        ],
        1e9,
      ),
    ).toEqual([{ from: 0, to: 2 * HOUR, unknown: expect.stringContaining('reset') }]);
  });

  it.each([
    ['1-1:1.8.1', { name: '1.8.1', direction: 'import', tariff: 1 }],
    ['2.8.0', { name: '2.8.0', direction: 'export', tariff: 0 }],
    ['1-0:1.8.0*255', { name: '1.8.0', direction: 'import', tariff: 0 }],
    ['1-1:5.8.1', 'other'],
    ['1-1:1.6.1', 'other'],
    ['energy', undefined],
  ])('ST-02 are named %s', (obis, name) => {
    expect(registerName(obis)).toEqual(name);
  });
});
