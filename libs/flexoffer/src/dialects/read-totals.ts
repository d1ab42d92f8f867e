import type { EnergyBounds, Slice } from '../flex-offer.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import type { EnergyScale } from './energy-scale.js';
import { CONSTRAINTS } from './known-fields.js';
import type { MessageFields } from './message-fields.js';

export interface Totals {
  readonly totalEnergy?: EnergyBounds;
  readonly runningTotal?: readonly EnergyBounds[];
}

const TOTALS = [...CONSTRAINTS.total, ...CONSTRAINTS.subTotal];
const BOUNDS_OF_A_SLICE = [...CONSTRAINTS.dependency, ...CONSTRAINTS.functions];

/** Whether an entry of the profile is no slice: the specification's example puts the total after the slices. */
export function holdsTotalsOnly(entry: MessageFields): boolean {
  return (
    entry.hasAnyCase(TOTALS) &&
    !entry.hasAnyCase(BOUNDS_OF_A_SLICE) &&
    !entry.has('energyConstraintList', 'energyConstraint')
  );
}

/**
 * The total energy and the sub-totals, of the offer itself or of entries of its profile. A total is an object or, as
 * in the specification's example, a list of one. A sub-total is one pair for the end of every slice or, for an object
 * or a list of one, the same pair after every slice.
 *
 * @param slices undefined if they are faulty: then the totals are only looked at for faults of their own
 */
export function readTotals(
  fields: MessageFields,
  entries: readonly MessageFields[],
  scale: EnergyScale,
  slices: readonly Slice[] | undefined,
): Totals {
  const totals = givenPairs(fields, entries, CONSTRAINTS.total, scale);
  const subTotals = givenPairs(fields, entries, CONSTRAINTS.subTotal, scale);
  if (totals !== undefined && totals.pairs.length !== 1)
    totals.fields.fault(totals.name, 'must be one pair of bounds');
  if (slices === undefined) return {};
  const count = subTotals?.pairs.length ?? 1;
  if (count !== 1 && count !== slices.length)
    subTotals?.fields.fault(subTotals.name, `has ${count} pairs for ${slices.length} slices`);
  const ends = slices.map((_, index) => subTotals?.pairs[count === 1 ? 0 : index]);
  const runningTotal = withinReach(ends, slices);
  const [total] = withinReach([...ends.slice(1).map(() => undefined), totals?.pairs[0]], slices);
  return {
    ...(total === undefined ? {} : { totalEnergy: total }),
    ...(runningTotal.length === 0 ? {} : { runningTotal }),
  };
}

interface GivenPairs {
  readonly fields: MessageFields;
  readonly name: string;
  readonly pairs: readonly EnergyBounds[];
}

/** The pairs of a constraint wherever it is given; given twice, it must say the same. */
function givenPairs(
  fields: MessageFields,
  entries: readonly MessageFields[],
  names: readonly string[],
  scale: EnergyScale,
): GivenPairs | undefined {
  let first: GivenPairs | undefined;
  for (const place of [fields, ...entries]) {
    const found = place.findAnyCase(names);
    if (found === undefined) continue;
    const pairs = readPairs(place, found.name, scale);
    if (first === undefined) first = { fields: place, name: found.name, pairs };
    else if (!areSame(first.pairs, pairs))
      place.fault(found.name, `contradicts ${first.fields.pathOf(first.name)}`);
  }
  return first?.pairs.length === 0 ? undefined : first;
}

function readPairs(place: MessageFields, name: string, scale: EnergyScale): readonly EnergyBounds[] {
  const isList = Array.isArray(place.find(name)?.value);
  const one = isList ? undefined : place.object(name);
  const objects = isList ? (place.objects(MOST_INTERVALS, name) ?? []) : one === undefined ? [] : [one];
  if (isList && objects.length === 0) place.fault(name, 'must have one entry');
  return objects.map((pair) => scale.bounds(pair)).filter((pair) => pair !== undefined);
}

function areSame(some: readonly EnergyBounds[], others: readonly EnergyBounds[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ lowerWh, upperWh }, index) => {
      const other = others[index];
      return other?.lowerWh === lowerWh && other.upperWh === upperWh;
    })
  );
}

/**
 * Slices rounded inwards can miss, by less than a watt-hour each, a total that they met before; such a total moves
 * to the nearest sum that they reach. A total further away stays as it is, for the acceptance rules to refuse.
 *
 * @param ends for the end of each slice, the bounds of the sum so far, if there are any
 */
function withinReach(ends: readonly (EnergyBounds | undefined)[], slices: readonly Slice[]): EnergyBounds[] {
  let least = 0;
  let most = 0;
  return ends.flatMap((total, index) => {
    least += slices[index]?.lowerWh ?? 0;
    most += slices[index]?.upperWh ?? 0;
    if (total === undefined) return [];
    const moveTo = total.lowerWh > most ? most : total.upperWh < least ? least : undefined;
    const distance = Math.max(total.lowerWh - most, least - total.upperWh);
    if (moveTo === undefined || distance > index + 1) return [total];
    return [{ lowerWh: moveTo, upperWh: moveTo }];
  });
}
