import { INTERVAL_SECONDS } from '../time.js';
import type { MessageFields } from './message-fields.js';

/** Fields that narrow what an offer allows (or what it costs) in ways that are not carried yet. Names in lower case. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['subtotalenergyconstraint', 'sub-total energy constraints'],
  ['subtotalenergyconstraints', 'sub-total energy constraints'],
  ['dependencyenergyconstraint', 'dependency energy constraints'],
  ['dependencyenergyconstraints', 'dependency energy constraints'],
  ['dependencyenergyconstraintlist', 'dependency energy constraints'],
  ['uncertainfunctions', 'uncertain FlexOffers'],
  ['uncertainthreshold', 'uncertain FlexOffers'],
  ['uncertainflexofferprofileconstraints', 'uncertain FlexOffers'],
  ['powerfactorconstraint', 'power factor constraints'],
  ['totalcostconstraint', 'total cost constraints'],
  ['flexoffertariffconstraint', 'prices for the whole profile'],
  ['flexoffertariffconstraints', 'prices for the whole profile'],
  ['flexofferpriceconstraint', 'prices for the whole profile'],
  ['flexofferpriceconstraints', 'prices for the whole profile'],
]);

/** Refuses constraints that would otherwise be silently dropped, each by its name; null is not a constraint. */
export function refuseUnsupportedFields(fields: MessageFields): void {
  for (const [name, value] of Object.entries(fields.message)) {
    const kind = UNSUPPORTED.get(name.toLowerCase());
    if (kind !== undefined && value !== null && value !== undefined)
      fields.fault(name, `${kind} are not supported yet`);
  }
}

/** Refuses interval lengths and profile types other than those of the market. */
export function refuseUnsupportedSettings(fields: MessageFields): void {
  const seconds = fields.integer('numSecondsPerInterval');
  if (seconds !== undefined && seconds !== INTERVAL_SECONDS) {
    fields.fault(
      'numSecondsPerInterval',
      `intervals of other than ${INTERVAL_SECONDS} seconds are not supported yet`,
    );
  }
  const type = fields.text('flexOfferProfilType', 'flexOfferProfileType');
  if (type !== undefined && type !== 'activeEnergy') {
    fields.fault('flexOfferProfilType', `profiles of ${type} are not supported yet, only activeEnergy`);
  }
}
