import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryConstrainedOffer } from '../testing/arbitrary-constrained-offer.js';
import { arbitraryFullOffer } from '../testing/arbitrary-offer.js';
import { instantOf } from '../time.js';
import { acceptanceFaults } from './acceptance-faults.js';

const now = instantOf(1_963_992);
const pathsOf = (offer: FlexOffer, at = now) => acceptanceFaults(offer, { now: at }).map(({ path }) => path);

describe('acceptanceFaults', () => {
  it('FM-01 accepts what can be traded, whatever constraints it has', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryFullOffer, arbitraryConstrainedOffer), (offer) => {
        fc.pre(offer.creation < offer.acceptanceBefore);
        expect(acceptanceFaults(offer, { now: offer.creation })).toEqual([]);
      }),
      { seed: 42, numRuns: 2000 },
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
    expect(pathsOf(offer, instantOf(1_964_005))).toEqual([
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

  it('FM-01 gives the reasons of every kind of constraint at once', () => {
    const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 100 };
    const uncertainty = { threshold: 2, pieces: [] };
    const offer: FlexOffer = {
      ...anOffer(),
      slices: [
        { ...slice, dependency: [{ a: 0, b: 0, cWh: 1 }] },
        { ...slice, uncertainty },
      ],
      totalEnergy: { lowerWh: 2, upperWh: 1 },
      runningTotal: [],
      defaultSchedule: { start: 1_964_000, energiesWh: [101, 0] },
    };
    expect(pathsOf(offer)).toEqual([
      'totalEnergyConstraint',
      'subTotalEnergyConstraint',
      'flexOfferProfileConstraints[0].DependencyEnergyConstraintList[0]',
      'flexOfferProfileConstraints[1].UncertainThreshold',
      'flexOfferProfileConstraints[1].UncertainFunctions',
      'defaultSchedule.scheduleSlices[0].energyAmount',
    ]);
  });

  it('FM-01 does not look into a profile that is larger than its limits', () => {
    const broken = { minDuration: Number.NaN, maxDuration: 0, lowerWh: 9, upperWh: 0 };
    const slices = Array.from({ length: 100_000 }, () => broken);
    expect(pathsOf({ ...anOffer(), id: '', slices })).toEqual(['id', 'flexOfferProfileConstraints']);
  });
});
