import { INTERVAL_SECONDS } from '../time.js';
import { CONSTRAINTS } from './known-fields.js';
import type { MessageFields } from './message-fields.js';

/** Refuses constraints that would otherwise be silently dropped, each by its name; null is not a constraint. */
export function refuseUnsupportedFields(fields: MessageFields): void {
  const powerFactor = fields.findAnyCase(CONSTRAINTS.powerFactor);
  if (powerFactor !== undefined)
    fields.fault(powerFactor.name, 'power factor constraints are not supported: they are not about energy');
  const totalCost = fields.findAnyCase(CONSTRAINTS.totalCost);
  if (totalCost !== undefined)
    fields.fault(totalCost.name, 'total cost constraints are not supported: an offer asks prices per kWh');
}

/** Refuses constraints of slices that stand outside of them: which slice they are for would be a guess. */
export function refuseMisplacedFields(fields: MessageFields): void {
  for (const names of [CONSTRAINTS.dependency, CONSTRAINTS.functions, CONSTRAINTS.threshold]) {
    const found = fields.findAnyCase(names);
    if (found !== undefined) fields.fault(found.name, 'must be in a slice of the profile');
  }
}

/** Refuses interval lengths other than those of the market, of an offer or of a schedule. */
export function refuseOtherIntervals(fields: MessageFields): void {
  const seconds = fields.integer('numSecondsPerInterval');
  if (seconds === undefined || seconds === INTERVAL_SECONDS) return;
  const message = `intervals of other than ${INTERVAL_SECONDS} seconds are not supported`;
  fields.fault('numSecondsPerInterval', message);
}

/** Refuses profiles of reactive energy and voltage. */
export function refuseOtherProfileTypes(fields: MessageFields): void {
  const type = fields.text('flexOfferProfilType', 'flexOfferProfileType');
  if (type === undefined || type === 'activeEnergy') return;
  const name = fields.find('flexOfferProfilType', 'flexOfferProfileType')?.name ?? '';
  fields.fault(name, `profiles of ${type} are not supported, only activeEnergy`);
}
