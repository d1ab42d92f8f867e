import type { AskedPrice, DependencyRow, EnergyBounds, Uncertainty } from '../flex-offer.js';
import { boundsAtThreshold } from '../conversion/bounds-at-threshold.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import { INTERVAL_SECONDS } from '../time.js';
import type { EnergyScale } from './energy-scale.js';
import { CONSTRAINTS } from './known-fields.js';
import type { MessageFields } from './message-fields.js';
import { readDependency } from './read-dependency.js';
import { readPrice } from './read-price.js';
import { readUncertainty } from './read-uncertainty.js';
import { refuseUnsupportedFields } from './unsupported-kinds.js';

/** One entry of a message's profile, before the bounds that it leaves to its dependency are known. */
export interface ReadSlice {
  readonly fields: MessageFields;
  readonly minDuration: number;
  readonly maxDuration: number;
  /** None where only a dependency bounds the energy; several where each interval has its own. */
  readonly bounds: readonly EnergyBounds[];
  readonly price?: AskedPrice;
  readonly dependency?: readonly DependencyRow[];
  readonly uncertainty?: Uncertainty;
}

/** Undefined if any of it is faulty. */
export function readSlice(fields: MessageFields, scale: EnergyScale): ReadSlice | undefined {
  refuseUnsupportedFields(fields);
  const price = readPrice(fields, scale.sign);
  const dependency = readDependency(fields, scale);
  const uncertainty = readUncertainty(fields, scale);
  const duration = readDuration(fields);
  const given = readBounds(fields, scale);
  const isFaulty =
    (dependency === undefined && fields.hasAnyCase(CONSTRAINTS.dependency)) ||
    (uncertainty === undefined && fields.hasAnyCase(CONSTRAINTS.functions));
  if (isFaulty || given === undefined || duration === undefined) return undefined;
  const bounds = uncertainty === undefined ? given : boundsOf(fields, uncertainty, given);
  if (bounds === undefined || (bounds.length > 1 && !isOnePerInterval(fields, bounds.length, duration)))
    return undefined;
  return {
    fields,
    ...duration,
    bounds,
    ...(price === undefined ? {} : { price }),
    ...(dependency === undefined ? {} : { dependency }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };
}

interface Duration {
  readonly minDuration: number;
  readonly maxDuration: number;
}

/** In intervals, or in the older form's seconds. */
function readDuration(fields: MessageFields): Duration | undefined {
  const seconds = fields.number('durationSeconds');
  const intervals = seconds === undefined ? undefined : seconds / INTERVAL_SECONDS;
  if (intervals !== undefined && !(Number.isSafeInteger(intervals) && intervals >= 1))
    return fields.fault('durationSeconds', `must be a multiple of ${INTERVAL_SECONDS}, above 0`);
  const minDuration = fields.integer('minDuration') ?? intervals ?? 1;
  const maxDuration = fields.integer('maxDuration') ?? intervals ?? minDuration;
  if (minDuration < 1) return fields.fault('minDuration', 'must be at least 1');
  if (maxDuration < minDuration) return fields.fault('maxDuration', 'must not be below minDuration');
  return { minDuration, maxDuration };
}

/** A list of pairs or the pair itself; none where something else bounds the energy; undefined if faulty. */
function readBounds(fields: MessageFields, scale: EnergyScale): readonly EnergyBounds[] | undefined {
  const found = fields.find('energyConstraintList', 'energyConstraint');
  if (found === undefined) {
    const isBoundOtherwise =
      fields.hasAnyCase(CONSTRAINTS.dependency) || fields.hasAnyCase(CONSTRAINTS.functions);
    return isBoundOtherwise ? [] : fields.fault('energyConstraintList', 'is missing');
  }
  const one = Array.isArray(found.value) ? undefined : fields.object(found.name);
  const pairs =
    one !== undefined ? [one] : Array.isArray(found.value) ? fields.objects(MOST_INTERVALS, found.name) : [];
  const bounds = pairs?.map((pair) => scale.bounds(pair)).filter((pair) => pair !== undefined) ?? [];
  if (Array.isArray(found.value) && found.value.length === 0)
    return fields.fault(found.name, 'must have one entry');
  return bounds.length === 0 || bounds.length < (pairs?.length ?? 0) ? undefined : bounds;
}

/** The energies at the threshold: of several stretches the one around the given bounds, and no further than these. */
function boundsOf(
  fields: MessageFields,
  uncertainty: Uncertainty,
  given: readonly EnergyBounds[],
): readonly EnergyBounds[] | undefined {
  const [own] = given;
  const middleWh = own === undefined ? undefined : Math.floor((own.lowerWh + own.upperWh) / 2);
  const certain = boundsAtThreshold(uncertainty, middleWh);
  const name = fields.findAnyCase(CONSTRAINTS.functions)?.name ?? '';
  if (certain === undefined) return fields.fault(name, 'have no energy that is as likely as the threshold');
  if (own === undefined || given.length > 1) return own === undefined ? [certain] : given;
  const lowerWh = Math.max(own.lowerWh, certain.lowerWh);
  const upperWh = Math.min(own.upperWh, certain.upperWh);
  if (lowerWh <= upperWh) return [{ lowerWh, upperWh }];
  return fields.fault(name, 'have no energy inside the bounds that is as likely as the threshold');
}

/** Several pairs are bounds of single intervals, where it is plain which: as many as the slice surely lasts. */
function isOnePerInterval(
  fields: MessageFields,
  pairs: number,
  { minDuration, maxDuration }: Duration,
): boolean {
  const name = fields.find('energyConstraintList', 'energyConstraint')?.name ?? '';
  const other = fields.findAnyCase(CONSTRAINTS.dependency) ?? fields.findAnyCase(CONSTRAINTS.functions);
  if (other !== undefined) {
    fields.fault(other.name, `is not supported beside several entries in ${name}`);
    return false;
  }
  if (minDuration === pairs && maxDuration === pairs) return true;
  const lasts = minDuration === maxDuration ? `${minDuration}` : `${minDuration} to ${maxDuration}`;
  fields.fault(
    name,
    `several energy constraints are not supported, but one for each interval: ${pairs} for ${lasts}`,
  );
  return false;
}
