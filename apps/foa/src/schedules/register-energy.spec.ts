import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import { closedBy, registerEnergy, type RegisterReading } from './register-energy.js';

const QUARTER = 1_964_000;
const START = instantOf(QUARTER);
const END = instantOf(QUARTER + 1);
const reading = (at: number, importKwh?: number, exportKwh?: number): RegisterReading => ({
  at,
  ...(importKwh === undefined ? {} : { importKwh }),
  ...(exportKwh === undefined ? {} : { exportKwh }),
});

describe('the energy of a quarter-hour', () => {
  it('MK-05 is the difference of the readings nearest to its ends', () => {
    const readings = [
      reading(START - 50_000, 9.8),
      reading(START + 10_000, 10),
      reading(END - 10_000, 10.4),
      reading(END + 10_000, 10.5),
    ];
    expect(registerEnergy(QUARTER, readings)).toBe(400);
    expect(registerEnergy(QUARTER, readings.toReversed())).toBe(400);
  });

  it('MK-05 counts export against import', () => {
    expect(registerEnergy(QUARTER, [reading(START, 10, 5), reading(END, 10.1, 5.6)])).toBe(-500);
    expect(registerEnergy(QUARTER, [reading(START, 10, 5), reading(END, undefined, 5.6)])).toBe(-600);
  });

  it('MK-05 is unknown without a reading near either end, or a register in common', () => {
    expect(registerEnergy(QUARTER, [reading(START - 60_001, 10), reading(END, 11)])).toBeUndefined();
    expect(registerEnergy(QUARTER, [reading(START, 10), reading(END + 60_001, 11)])).toBeUndefined();
    expect(registerEnergy(QUARTER, [reading(START, 10), reading(END, undefined, 3)])).toBeUndefined();
  });

  it.each([
    [-60_001, undefined],
    [-60_000, QUARTER],
    [0, QUARTER],
    [60_000, QUARTER],
    [60_001, undefined],
  ])('MK-05 is closed by a reading %d ms after its end: %s', (offset, interval) => {
    expect(closedBy(END + offset)).toBe(interval);
  });
});
