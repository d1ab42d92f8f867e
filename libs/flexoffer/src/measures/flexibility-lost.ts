import type { UnitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer } from '../flex-offer.js';
import { absoluteArea } from './absolute-area.js';
import { bitsOf } from './bits-of.js';
import { energyExtent } from './energy-extent.js';
import { energyFlexibility } from './energy-flexibility.js';
import { numberOfAssignments } from './number-of-assignments.js';
import { seriesFlexibility } from './series-flexibility.js';
import { timeFlexibility } from './time-flexibility.js';
import { vectorFlexibility } from './vector-flexibility.js';

/** An offer in an aggregate, with how many intervals after the aggregate's own profile its profile begins. */
export interface AlignedOffer {
  readonly offer: FlexOffer;
  readonly offsetIntervals: number;
}

/** What became of one kind of flexibility. */
export interface Loss {
  /** Of all members together, if each were free for itself. */
  readonly members: number;
  /** Of the aggregate that stands for them. */
  readonly aggregate: number;
  /** The aggregate's share in it; 1 if there was nothing to lose. */
  readonly kept: number;
}

/** Units as in `FlexibilityMeasures`; the aggregate's time flexibility counts once for every member that moves with it. */
export interface FlexibilityLost {
  readonly timeIntervals: Loss;
  readonly energyWh: Loss;
  readonly product: Loss;
  /** The Euclidean length. */
  readonly vector: Loss;
  readonly seriesWh: Loss;
  readonly absoluteAreaWh: Loss;
  /** In bits: base-2 logarithms of the numbers of assignments, which multiply. Absent if one of them is only bounded. */
  readonly assignmentBits?: Loss;
}

/**
 * What is lost when one aggregate takes the place of its members: every measure of all members beside the aggregate's.
 * No aggregate that its members can carry out has more than they; a share of 1 means that nothing was lost by that
 * measure. (The absolute area promises this for members of one direction only: consumption and production that cancel
 * out also hide what must be had. The relative area is left out, as a ratio that may grow while all flexibility shrinks.)
 */
export function flexibilityLost(members: readonly AlignedOffer[], aggregate: FlexOffer): FlexibilityLost {
  const measured = members.map(({ offer }) => {
    const extent = energyExtent(offer);
    const time = timeFlexibility(offer);
    return { extent, time, energy: energyFlexibility(extent), area: absoluteArea(extent, time) };
  });
  const extent = energyExtent(aggregate);
  const window = timeFlexibility(aggregate);
  const time = loss(sumOf(measured.map((member) => member.time)), members.length * window);
  const energy = loss(sumOf(measured.map((member) => member.energy)), energyFlexibility(extent));
  const together = sumOfUnits(
    members,
    measured.map((member) => member.extent.units),
  );
  const bits = assignmentBits(members, aggregate);
  return {
    timeIntervals: time,
    energyWh: energy,
    product: loss(sumOf(measured.map((member) => member.time * member.energy)), window * energy.aggregate),
    vector: loss(
      vectorFlexibility(time.members, energy.members).euclidean,
      vectorFlexibility(time.aggregate, energy.aggregate).euclidean,
    ),
    seriesWh: loss(seriesFlexibility(together), seriesFlexibility(extent.units)),
    absoluteAreaWh: loss(sumOf(measured.map((member) => member.area)), absoluteArea(extent, window)),
    ...(bits === undefined ? {} : { assignmentBits: bits }),
  };
}

function assignmentBits(members: readonly AlignedOffer[], aggregate: FlexOffer): Loss | undefined {
  const counts = members.map(({ offer }) => numberOfAssignments(offer));
  const own = numberOfAssignments(aggregate);
  if (!own.exact || counts.some(({ exact }) => !exact)) return undefined;
  return loss(sumOf(counts.map(({ count }) => bitsOf(count))), bitsOf(own.count));
}

/** The ranges of all members, added up where each lies in the aggregate's profile. */
function sumOfUnits(members: readonly AlignedOffer[], units: readonly UnitBounds[]): UnitBounds {
  const lowerWh: number[] = [];
  const upperWh: number[] = [];
  members.forEach(({ offsetIntervals }, member) => {
    addAt(lowerWh, units[member]?.lowerWh ?? [], offsetIntervals);
    addAt(upperWh, units[member]?.upperWh ?? [], offsetIntervals);
  });
  return { lowerWh, upperWh };
}

function addAt(sums: number[], energies: readonly number[], offset: number): void {
  while (sums.length < offset + energies.length) sums.push(0);
  energies.forEach((energy, unit) => {
    sums[offset + unit] = (sums[offset + unit] ?? 0) + energy;
  });
}

function loss(members: number, aggregate: number): Loss {
  return { members, aggregate, kept: members === 0 ? 1 : aggregate / members };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
