import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryConstrainedOffer } from '../testing/arbitrary-constrained-offer.js';
import { memberPrices } from '../aggregation/member-prices.js';
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

  it('FM-04 leaves an ordinary offer alone, also with prices of single slices', () => {
    const offer = anOffer({});
    expect(standardWithin(offer)).toBe(offer);
    const slices = offer.slices.map((slice, index) => ({
      ...slice,
      price: { up: 5 + index, down: 7 - index },
    }));
    const priced = { ...offer, slices };
    expect(standardWithin(priced)).toBe(priced);
  });

  it('FM-04 asks in each interval of an offer of another kind what its slice asks', () => {
    const price = { up: 5, down: 7 };
    const [first, ...others] = anOffer({}).slices;
    if (first === undefined) throw new Error('an offer has a slice');
    const offer = anOffer({ slices: [{ ...first, price, maxDuration: first.minDuration + 1 }, ...others] });
    const durations = offer.slices.map(({ minDuration }) => minDuration);
    const other = { ...offer, defaultSchedule: { ...offer.defaultSchedule, durations } };
    const within = standardWithin(other);
    expect(within?.slices.map((slice) => slice.price ?? within.price)).toEqual(memberPrices(other));
  });
});
