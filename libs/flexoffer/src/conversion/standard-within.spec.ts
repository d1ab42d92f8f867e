import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryConstrainedOffer } from '../testing/arbitrary-constrained-offer.js';
import { standardWithin } from './standard-within.js';

describe('standardWithin', () => {
  it('FO-02 promises nothing that an offer of any kind cannot do', () => {
    fc.assert(
      fc.property(
        arbitraryConstrainedOffer,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (offer, mix) => {
          const ordinary = standardWithin(offer);
          if (ordinary === undefined) throw new Error('the default schedule is feasible');
          expect(scheduleFaults(ordinary, ordinary.defaultSchedule)).toEqual([]);
          const { lowerWh, upperWh } = unitBounds(ordinary);
          const energiesWh = lowerWh.map((low, unit) => {
            const share = mix[unit % mix.length] ?? 0;
            return low + Math.round(share * ((upperWh[unit] ?? low) - low));
          });
          const { durations } = offer.defaultSchedule;
          const schedule = { start: offer.startBefore, energiesWh };
          fc.pre(scheduleFaults(ordinary, schedule).length === 0);
          expect(
            scheduleFaults(offer, durations === undefined ? schedule : { ...schedule, durations }),
          ).toEqual([]);
        },
      ),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('FM-04 asks the dearest price of any slice, and leaves an ordinary offer alone', () => {
    const offer = anOffer({});
    expect(standardWithin(offer)).toBe(offer);
    const slices = offer.slices.map((slice, index) => ({
      ...slice,
      price: { up: 5 + index, down: 7 - index },
    }));
    expect(standardWithin({ ...offer, slices })?.price).toEqual({ up: 4 + slices.length, down: 7 });
  });
});
