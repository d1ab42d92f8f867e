import { describe, expect, it } from '@jest/globals';
import type { FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { instantOf } from '../time.js';
import { acceptanceFaults } from './acceptance-faults.js';

const offer = anOffer();
const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 };
const pathsOf = (changes: Partial<FlexOffer>) =>
  acceptanceFaults({ ...offer, ...changes }, { now: offer.creation }).map(({ path }) => path);

/**
 * What the flexibility manager of the GOFLEX project (github.com/aau-fed/flexoffer_manager, FlexOffer.isCorrect) takes
 * although nobody can deliver it.
 */
describe('offers that another flexibility manager takes', () => {
  it.each<[string, Partial<FlexOffer>, string]>([
    [
      'a lower bound above the upper one',
      { slices: [slice, { ...slice, lowerWh: 1001 }] },
      'flexOfferProfileConstraints[1]',
    ],
    ['no slices', { slices: [] }, 'flexOfferProfileConstraints'],
    [
      'a minimum tariff above the maximum',
      { price: { up: 30_000, down: -40_000 } },
      'flexOfferProfileConstraints[0].tariffConstraint',
    ],
    [
      'a tariff that is no number',
      { price: { up: Number.NaN, down: 0 } },
      'flexOfferProfileConstraints[0].tariffConstraint',
    ],
    [
      'a default schedule 1 Wh above its slice, below a tolerance of 10 Wh',
      { defaultSchedule: { start: offer.startAfter, energiesWh: [1001, 0] } },
      'defaultSchedule.scheduleSlices[0].energyAmount',
    ],
    [
      'a total energy that the slices cannot reach',
      { totalEnergy: { lowerWh: 3001, upperWh: 4000 } },
      'totalEnergyConstraint',
    ],
    [
      'an assignment deadline before the acceptance deadline',
      { assignmentBefore: offer.acceptanceBefore - 1 },
      'assignmentBeforeTime',
    ],
  ])('FM-01 refuses %s', (_, changes, path) => {
    expect(pathsOf(changes)).toEqual([path]);
  });

  it.each<[string, Partial<FlexOffer>, string]>([
    ['is created in the future', { creation: offer.creation + 1 }, 'creationTime'],
    ['ends its window before it begins', { startBefore: offer.startAfter - 1 }, 'startBeforeTime'],
    [
      'is to be assigned after its latest start',
      { assignmentBefore: instantOf(offer.startBefore) + 1 },
      'startBeforeTime',
    ],
    ['has no id', { id: '' }, 'id'],
    ['has no owner', { offeredById: '' }, 'offeredById'],
    [
      'lasts longer at least than at most',
      { slices: [{ ...slice, minDuration: 2 }, slice] },
      'flexOfferProfileConstraints[0].maxDuration',
    ],
  ])('FM-01 refuses, as others do, an offer that %s', (_, changes, path) => {
    expect(pathsOf(changes)).toEqual([path]);
  });
});
