import type { EnergyBounds, Slice } from '../flex-offer.js';
import { profileLength } from '../feasibility/unit-bounds.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import type { EnergyScale } from './energy-scale.js';
import type { MessageFields } from './message-fields.js';
import { refuseUnsupportedFields } from './unsupported-kinds.js';

const PROFILE = 'flexOfferProfileConstraints';

export interface Profile {
  readonly slices: readonly Slice[];
  readonly totalEnergy?: EnergyBounds;
}

/** The objects of the profile's slices, for everything that is said per slice. */
export function sliceFields(fields: MessageFields): readonly MessageFields[] {
  const slices = fields.objects(MOST_INTERVALS, PROFILE);
  const missing = !fields.has(PROFILE);
  if (missing || slices?.length === 0) fields.fault(PROFILE, 'must list at least one slice');
  return slices ?? [];
}

/** The slices and the total energy; undefined if any of it is faulty. */
export function readProfile(
  fields: MessageFields,
  each: readonly MessageFields[],
  scale: EnergyScale,
): Profile | undefined {
  const slices = each.map((slice) => readSlice(slice, scale)).filter((slice) => slice !== undefined);
  const total = totalFields(fields);
  const totalEnergy = total === undefined ? undefined : scale.bounds(total);
  if (slices.length === 0 || slices.length < each.length) return undefined;
  if (profileLength(slices) > MOST_INTERVALS) {
    return fields.fault(PROFILE, `must last at most ${MOST_INTERVALS} intervals`);
  }
  return totalEnergy === undefined ? { slices } : { slices, totalEnergy: reachable(totalEnergy, slices) };
}

function readSlice(fields: MessageFields, scale: EnergyScale): Slice | undefined {
  refuseUnsupportedFields(fields);
  const bounds = readSliceBounds(fields, scale);
  const minDuration = fields.integer('minDuration') ?? 1;
  const maxDuration = fields.integer('maxDuration') ?? minDuration;
  if (minDuration < 1) return fields.fault('minDuration', 'must be at least 1');
  if (maxDuration < minDuration) return fields.fault('maxDuration', 'must not be below minDuration');
  return bounds === undefined ? undefined : { ...bounds, minDuration, maxDuration };
}

/** The bounds of a slice, as a list of one pair or as the pair itself. */
function readSliceBounds(fields: MessageFields, scale: EnergyScale): EnergyBounds | undefined {
  const found = fields.find('energyConstraintList', 'energyConstraint');
  if (found === undefined) return fields.fault('energyConstraintList', 'is missing');
  if (!Array.isArray(found.value)) {
    const pair = fields.object(found.name);
    return pair === undefined ? undefined : scale.bounds(pair);
  }
  if (found.value.length > 1) {
    return fields.fault(found.name, 'several energy constraints in one slice are not supported yet');
  }
  const [pair] = fields.objects(1, found.name) ?? [];
  if (found.value.length === 0) return fields.fault(found.name, 'must have one entry');
  return pair === undefined ? undefined : scale.bounds(pair);
}

/** The specification writes the total as an object and, in its example, as a list of one. */
function totalFields(fields: MessageFields): MessageFields | undefined {
  const found = fields.find('totalEnergyConstraint', 'totalEnergyConstraints', 'TotalEnergyConstraints');
  if (found === undefined) return undefined;
  return Array.isArray(found.value) ? fields.objects(1, found.name)?.[0] : fields.object(found.name);
}

/**
 * Slices rounded inwards can miss, by less than a watt-hour each, a total that they met before; such a total moves
 * to the nearest sum that they reach. A total further away stays as it is, for the acceptance rules to refuse.
 */
function reachable(total: EnergyBounds, slices: readonly Slice[]): EnergyBounds {
  const least = slices.reduce((sum, slice) => sum + slice.lowerWh, 0);
  const most = slices.reduce((sum, slice) => sum + slice.upperWh, 0);
  const moveTo = total.lowerWh > most ? most : total.upperWh < least ? least : undefined;
  if (moveTo === undefined) return total;
  const distance = Math.max(total.lowerWh - most, least - total.upperWh);
  return distance <= slices.length ? { lowerWh: moveTo, upperWh: moveTo } : total;
}
