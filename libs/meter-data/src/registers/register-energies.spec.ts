import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registerEnergies, type Register, type RegisterReading } from './register-energies.js';

const QUARTER_MS = 900_000;
const REGISTER: Register = { factor: 1, rollOverWh: 999_900, mostWhPerHour: 20_000 };

const reading = (quarter: number, valueWh: number, meter = 'm1'): RegisterReading => {
  return { at: quarter * QUARTER_MS, meter, valueWh };
};
const energies = (readings: readonly RegisterReading[], register = REGISTER) =>
  registerEnergies(readings, register).map((stretch) =>
    'energyWh' in stretch ? stretch.energyWh : stretch.unknown,
  );

describe('energies of a cumulative register', () => {
  it('ST-02 are its differences, through a roll-over, a reset and an exchange of the meter', () => {
    const values = [998_000, 999_500, 1000, 200];
    const readings = [
      ...values.map((valueWh, quarter) => reading(quarter, valueWh)),
      reading(4, 120_000, 'm2'),
      reading(5, 121_000, 'm2'),
    ];
    expect(energies(readings)).toEqual([
      1500,
      1400,
      'the register was reset: 1000 Wh, then 200 Wh',
      'meter m1 was exchanged for m2',
      1000,
    ]);
  });

  it('ST-02 are behind the transformers', () => {
    expect(energies([reading(0, 100), reading(1, 150)], { ...REGISTER, factor: 3 })).toEqual([150]);
  });

  it('ST-02 are not known where more was counted than the connection carries, or two values were read', () => {
    expect(energies([reading(0, 0), reading(1, 5001)])).toEqual([
      '5001 Wh are more than the connection can carry',
    ]);
    const twice = 'the register shows two values at the same instant';
    expect(energies([reading(0, 0), reading(1, 10), reading(1, 12), reading(2, 20), reading(3, 30)])).toEqual(
      [twice, twice, 10],
    );
  });

  it('ST-02 sum to what the register counted, in any order and with readings sent twice', () => {
    const steps = fc.array(fc.nat(5000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.nat(999_899), fc.integer({ min: 1, max: 4 }), (counted, first, factor) => {
        let valueWh = first;
        const readings = [reading(0, first)];
        for (const [index, step] of counted.entries()) {
          valueWh = (valueWh + step) % 999_900;
          readings.push(reading(index + 1, valueWh));
        }
        const register = { ...REGISTER, factor, mostWhPerHour: 20_000 * factor };
        const expected = counted.map((step) => step * factor);
        expect(energies(readings, register)).toEqual(expected);
        expect(energies([...readings.toReversed(), ...readings], register)).toEqual(expected);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
