import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { acceptanceFaults } from './acceptance-faults.js';

/** What a reader lets through in the worst case, and what happens to be right. */
const number = fc.oneof(
  fc.constantFrom(Number.NaN, -0, 0, 1, 2, -1, 0.5, 1e-300, 1e300, -1e308, Infinity, -Infinity),
  fc.constantFrom(1_964_000, 1_767_600_000_000, Number.MAX_SAFE_INTEGER, 2 ** 53),
  fc.integer({ min: -2000, max: 2000 }),
);
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });
const bounds = fc.record({ lowerWh: number, upperWh: number });
const price = fc.record({ up: number, down: number });
const sound = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 };
const slice = fc.record(
  {
    minDuration: fc.oneof(fc.constant(1), number),
    maxDuration: fc.oneof(fc.constant(1), number),
    lowerWh: number,
    upperWh: number,
    price,
    dependency: few(fc.record({ a: number, b: number, cWh: number })),
    uncertainty: fc.record({
      threshold: number,
      pieces: few(fc.record({ fromWh: number, toWh: number, coefficients: few(number) })),
    }),
  },
  { requiredKeys: ['minDuration', 'maxDuration', 'lowerWh', 'upperWh'] },
);
const schedule = fc.record(
  { start: number, energiesWh: few(number), durations: few(number) },
  { requiredKeys: ['start', 'energiesWh'] },
);
const arbitraryRubbish: fc.Arbitrary<FlexOffer> = fc
  .record(
    {
      id: fc.string(),
      gridNode: fc.string(),
      creation: number,
      acceptanceBefore: number,
      assignmentBefore: number,
      startAfter: number,
      startBefore: number,
      slices: few(fc.oneof(fc.constant(sound), slice)),
      totalEnergy: bounds,
      runningTotal: few(bounds),
      defaultSchedule: schedule,
      schedule,
      price,
    },
    { requiredKeys: [] },
  )
  .map((changes) => ({ ...anOffer(), ...changes }));

describe('acceptanceFaults', () => {
  it('FM-01 judges any numbers: no crash, and every fault has a path and a reason', () => {
    const check = fc.property(arbitraryRubbish, number, (offer, now) => {
      for (const { path, message } of acceptanceFaults(offer, { now })) {
        expect(path).toMatch(/^[A-Za-z]/);
        expect(message).not.toBe('');
      }
    });
    fc.assert(check, { seed: 42, numRuns: 2000 });
  });

  it('FM-01 takes a negative zero for the zero that it is', () => {
    const slices = [{ ...sound, lowerWh: -0 }];
    const defaultSchedule = { start: 1_964_000, energiesWh: [-0] };
    const offer = { ...anOffer(), slices, defaultSchedule, price: { up: -0, down: -0 } };
    expect(acceptanceFaults(offer, { now: offer.creation })).toEqual([]);
  });
});
