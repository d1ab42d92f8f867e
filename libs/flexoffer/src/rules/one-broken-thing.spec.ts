import { describe, expect, it } from '@jest/globals';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { instantOf } from '../time.js';
import { acceptanceFaults } from './acceptance-faults.js';

const offer = anOffer();
const slice: Slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 };
const range = (lowerWh: number, upperWh: number) => ({ lowerWh, upperWh });
const profile = 'flexOfferProfileConstraints';
const two = (changes: Partial<Slice>): Partial<FlexOffer> => ({ slices: [slice, { ...slice, ...changes }] });
const uncertain = (threshold: number, ...coefficients: number[]): Partial<FlexOffer> =>
  two({ uncertainty: { threshold, pieces: [{ fromWh: 0, toWh: 1000, coefficients }] } });

/** Each offer has one thing broken that many rules come across; one of them tells it. */
describe('one broken thing', () => {
  it.each<[string, string, Partial<FlexOffer>]>([
    ['a creation that is no instant', 'creationTime', { creation: Number.NaN }],
    ['an acceptance deadline without end', 'acceptBeforeTime', { acceptanceBefore: Infinity }],
    ['an assignment deadline before time', 'assignmentBeforeTime', { assignmentBefore: -Infinity }],
    ['half a start interval', 'startAfterTime', { startAfter: offer.startAfter + 0.5 }],
    ['a start that is no number', 'startBeforeTime', { startBefore: Number.NaN }],
    ['a window out of order', 'startBeforeTime', { startAfter: offer.startAfter + 9 }],
    ['no slices', profile, { slices: [] }],
    ['a duration that is no number', `${profile}[1].minDuration`, two({ minDuration: Number.NaN })],
    ['half an interval', `${profile}[1].minDuration`, two({ minDuration: 0.5 })],
    ['an endless duration', `${profile}[1].maxDuration`, two({ maxDuration: Infinity })],
    ['a profile of years', profile, two({ minDuration: 1e9, maxDuration: 1e9 })],
    ['a bound that is no number', `${profile}[1]`, two({ lowerWh: Number.NaN })],
    ['an endless bound', `${profile}[1]`, two({ upperWh: Infinity })],
    ['bounds out of order', `${profile}[1]`, two({ lowerWh: 1001 })],
    ['a total that is no number', 'totalEnergyConstraint', { totalEnergy: range(Number.NaN, 5) }],
    ['a total out of order', 'totalEnergyConstraint', { totalEnergy: range(6, 5) }],
    ['a total out of reach', 'totalEnergyConstraint', { totalEnergy: range(4000, 5000) }],
    ['missing running totals', 'subTotalEnergyConstraint', { runningTotal: [range(0, 9)] }],
    [
      'a running total out of reach',
      'subTotalEnergyConstraint',
      { runningTotal: [range(0, 9), range(-9, -1)] },
    ],
    [
      'a total that running totals forbid',
      'totalEnergyConstraint',
      { runningTotal: [range(0, 9), range(0, 9999)], totalEnergy: range(2500, 3000) },
    ],
    [
      'a row without numbers',
      `${profile}[1].DependencyEnergyConstraintList[0]`,
      two({ dependency: [{ a: Number.NaN, b: 1, cWh: 0 }] }),
    ],
    [
      'a row in a long slice',
      `${profile}[1].maxDuration`,
      two({ maxDuration: 2, dependency: [{ a: 0, b: 1, cWh: 1000 }] }),
    ],
    [
      'an empty polygon',
      `${profile}[1].DependencyEnergyConstraintList`,
      two({ dependency: [{ a: 0, b: 1, cWh: -1 }] }),
    ],
    ['a threshold above 1', `${profile}[1].UncertainThreshold`, uncertain(1.5, 1)],
    ['an endless coefficient', `${profile}[1].UncertainFunctions[0]`, uncertain(0.5, Infinity)],
    ['a probability above 1', `${profile}[1].UncertainFunctions[0]`, uncertain(0.5, 7)],
    ['a threshold never reached', `${profile}[1].UncertainThreshold`, uncertain(0.5, 0.4)],
    ['a price that is no number', `${profile}[0].tariffConstraint`, { price: { up: Number.NaN, down: 0 } }],
    ['a price far below nothing', `${profile}[0].tariffConstraint`, { price: { up: -1e12, down: 0 } }],
  ])('FM-01 %s is told once, as %s', (_, path, changes) => {
    const start = { start: offer.startAfter + 2, energiesWh: [0, 0] };
    const { startAfter, startBefore } = { ...offer, ...changes };
    const sound = startAfter <= start.start && start.start <= startBefore ? start : offer.defaultSchedule;
    const broken = { ...offer, defaultSchedule: sound, ...changes };
    const faults = acceptanceFaults(broken, { now: instantOf(offer.startAfter - 8) });
    expect(faults.map((fault) => fault.path)).toEqual([path]);
  });
});
