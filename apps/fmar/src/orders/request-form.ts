import type { Fault } from '#flexoffer';

type Json = Readonly<Record<string, unknown>>;

const SLICES = 'flexOfferProfileConstraints';

/** What makes an offer of another kind: a request is one fixed energy in each slice, and nothing ties the slices. */
const OTHER_KINDS = new Set([
  'slices',
  'totalenergyconstraint',
  'totalenergyconstraints',
  'subtotalenergyconstraint',
  'subtotalenergyconstraints',
  'dependencyenergyconstraint',
  'dependencyenergyconstraints',
  'dependencyenergyconstraintlist',
  'uncertainfunctions',
  'uncertainthreshold',
  'uncertainflexofferprofileconstraints',
  'flexoffertariffconstraint',
  'flexoffertariffconstraints',
  'flexofferpriceconstraint',
  'flexofferpriceconstraints',
]);

/** Fields of a FlexOffer that a request for a change cannot have; the rest is read like an offer. */
export function requestFormFaults(json: Json, path: string | undefined): Fault[] {
  const prefix = path === undefined ? '' : `${path}.`;
  const slices: readonly unknown[] = Array.isArray(json[SLICES]) ? json[SLICES] : [];
  return [
    ...otherKinds(json, prefix),
    ...slices.flatMap((slice, index) =>
      isJson(slice) ? sliceFaults(slice, `${prefix}${SLICES}[${index}].`) : [],
    ),
  ];
}

function sliceFaults(slice: Json, prefix: string): Fault[] {
  const constraints = slice['energyConstraintList'];
  const several =
    Array.isArray(constraints) && constraints.length > 1
      ? [{ path: `${prefix}energyConstraintList`, message: 'must have one entry in a request' }]
      : [];
  return [...otherKinds(slice, prefix), ...several];
}

function otherKinds(json: Json, prefix: string): Fault[] {
  return Object.entries(json)
    .filter(([name, value]) => OTHER_KINDS.has(name.toLowerCase()) && value !== null && value !== undefined)
    .map(([name]) => ({ path: `${prefix}${name}`, message: 'cannot be part of a request for a change' }));
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
