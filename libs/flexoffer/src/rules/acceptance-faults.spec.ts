import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryFullOffer } from '../testing/arbitrary-offer.js';
import { instantOf } from '../time.js';
import { acceptanceFaults } from './acceptance-faults.js';

describe('acceptanceFaults', () => {
  it('FM-01 accepts what can be traded, whatever constraints it has', () => {
    fc.assert(
      fc.property(arbitraryFullOffer, (offer) => {
        const now = offer.creation;
        fc.pre(now < offer.acceptanceBefore);
        expect(acceptanceFaults(offer, { now })).toEqual([]);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('FM-01 gives every reason, in the order of the rules', () => {
    const offer = anOffer({
      id: '',
      gridNode: 'z..a',
      creation: instantOf(1_964_010),
      slices: [
        { minDuration: 0, maxDuration: 0, lowerWh: 5, upperWh: 0 },
        { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 200_000_000 },
      ],
      price: { up: -11_000_000, down: 0 },
    });
    expect(acceptanceFaults(offer, { now: instantOf(1_964_005) }).map(({ path }) => path)).toEqual([
      'id',
      'locationID',
      'creationTime',
      'acceptBeforeTime',
      'acceptBeforeTime',
      'assignmentBeforeTime',
      'flexOfferProfileConstraints[0].minDuration',
      'flexOfferProfileConstraints[0]',
      'flexOfferProfileConstraints[1]',
      'flexOfferProfileConstraints[0].tariffConstraint',
    ]);
  });
});
