import type { Dialect } from '../flex-offer.js';
import { isJsonObject } from './message-fields.js';

const timeAndInterval = (name: string): string[] => [`${name}Time`, `${name}Interval`];

const OFFER_FIELDS: ReadonlySet<string> = new Set([
  ...['id', 'state', 'stateReason', 'offeredById', 'deviceId', 'flexibilityId'],
  ...['unit', 'multiplier', 'numSecondsPerInterval', 'flexOfferProfilType', 'flexOfferProfileType'],
  ...[
    'creation',
    'acceptBefore',
    'acceptanceBefore',
    'assignmentBefore',
    'startAfter',
    'startBefore',
  ].flatMap(timeAndInterval),
  ...['assignmentBeforeStart', 'assignmentBeforeDurationSeconds'],
  ...['flexOfferProfileConstraints', 'slices', 'defaultSchedule', 'flexOfferSchedule', 'schedule'],
]);

const SLICE_FIELDS: ReadonlySet<string> = new Set([
  ...['minDuration', 'maxDuration', 'durationSeconds', 'energyConstraintList', 'energyConstraint'],
  ...['priceConstraint', 'tariffConstraint', 'costPerEnergyUnitLimit'],
]);

const SCHEDULE_FIELDS: ReadonlySet<string> = new Set([
  ...timeAndInterval('start'),
  ...['numSecondsPerInterval', 'scheduleSlices', 'energyAmounts'],
]);

/** Constraints, which the field spells with capitals and without. Here in lower case. */
export const CONSTRAINTS = {
  total: ['totalenergyconstraint', 'totalenergyconstraints'],
  subTotal: ['subtotalenergyconstraint', 'subtotalenergyconstraints'],
  dependency: ['dependencyenergyconstraintlist', 'dependencyenergyconstraint', 'dependencyenergyconstraints'],
  functions: ['uncertainfunctions'],
  threshold: ['uncertainthreshold'],
  uncertainProfile: ['uncertainflexofferprofileconstraints'],
  profilePrice: [
    ...['flexoffertariffconstraint', 'flexoffertariffconstraints'],
    ...['flexofferpriceconstraint', 'flexofferpriceconstraints'],
  ],
  powerFactor: ['powerfactorconstraint', 'powerfactorconstraints'],
  totalCost: ['totalcostconstraint', 'totalcostconstraints'],
} as const;

const OFFER_CONSTRAINTS: ReadonlySet<string> = new Set([
  ...[...CONSTRAINTS.total, ...CONSTRAINTS.subTotal, ...CONSTRAINTS.uncertainProfile],
  ...[...CONSTRAINTS.profilePrice, ...CONSTRAINTS.powerFactor, ...CONSTRAINTS.totalCost],
]);

const SLICE_CONSTRAINTS: ReadonlySet<string> = new Set([
  ...[...CONSTRAINTS.total, ...CONSTRAINTS.subTotal, ...CONSTRAINTS.dependency, ...CONSTRAINTS.functions],
  ...[...CONSTRAINTS.threshold, ...CONSTRAINTS.powerFactor, ...CONSTRAINTS.totalCost],
]);

const ENDS: ReadonlySet<string> = new Set([...timeAndInterval('endAfter'), ...timeAndInterval('endBefore')]);

/** Whether the library understands a field of an offer (or of the dialect that computes it), and writes it itself. */
export function isOfferField(name: string, value: unknown, dialect: Dialect): boolean {
  if (OFFER_FIELDS.has(name) || OFFER_CONSTRAINTS.has(name.toLowerCase())) return true;
  if (ENDS.has(name)) return dialect === 'demo-site' || dialect === 'slices';
  if (name === 'durationSeconds') return dialect === 'slices';
  if (name === 'assignment')
    return (dialect === 'demo-site' || dialect === 'market') && value === 'obligatory';
  return (name === 'locationID' || name === 'locationId') && !isMapOfPlaces(value);
}

/** Whether the library understands a field of a slice. Beside a price per kWh, the older form's tariffs bound costs. */
export function isSliceField(name: string, hasUnitPrice: boolean): boolean {
  if (name === 'tariffConstraint' && hasUnitPrice) return false;
  return SLICE_FIELDS.has(name) || SLICE_CONSTRAINTS.has(name.toLowerCase());
}

/** Whether the library understands a field of a schedule. */
export function isScheduleField(name: string): boolean {
  return SCHEDULE_FIELDS.has(name);
}

/** The demo sites' coordinates: not a place in the grid, but somebody's. An empty map says nothing. */
function isMapOfPlaces(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}
