import type { Dialect } from '../flex-offer.js';
import { isJsonObject, type JsonObject } from './message-fields.js';

/**
 * Which of the five forms a message has, by the fields that only one of them has. The first rule that holds counts;
 * a field that is absent or null says nothing, and values do not matter:
 *
 * | # | the message has                                                               | it is             |
 * | - | ----------------------------------------------------------------------------- | ----------------- |
 * | 1 | `slices`                                                                      | `slices`          |
 * | 2 | `acceptanceBeforeTime` or `acceptanceBeforeInterval`                          | `demo-site`       |
 * | 3 | `assignment`                                                                  | `market`          |
 * | 4 | `schedule`, or in its first profile entry `priceConstraint`, or `lower` there | `specification-2` |
 * | 5 | anything else                                                                 | `specification-1` |
 *
 * "`lower` there": in the entry's `energyConstraint` or in the first pair of its `energyConstraintList`; the profile
 * is `flexOfferProfileConstraints`. Every form that is written here is recognised as what it is. Recognition only
 * decides how an answer looks: a message is read by all names of all forms, whichever it has.
 */
export function recogniseDialect(message: JsonObject): Dialect {
  if (has(message, 'slices')) return 'slices';
  if (has(message, 'acceptanceBeforeTime') || has(message, 'acceptanceBeforeInterval')) return 'demo-site';
  if (has(message, 'assignment')) return 'market';
  return has(message, 'schedule') || isOfSectionTwo(message) ? 'specification-2' : 'specification-1';
}

function isOfSectionTwo(message: JsonObject): boolean {
  if (!has(message, 'flexOfferProfileConstraints')) return false;
  const entry = firstOf(message['flexOfferProfileConstraints']);
  if (!isJsonObject(entry)) return false;
  if (has(entry, 'priceConstraint')) return true;
  return saysLower(entry, 'energyConstraintList') || saysLower(entry, 'energyConstraint');
}

function saysLower(entry: JsonObject, name: string): boolean {
  if (!has(entry, name)) return false;
  const pair = firstOf(entry[name]);
  return isJsonObject(pair) && has(pair, 'lower');
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value[0] as unknown) : value;
}

function has(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name) && (object[name] ?? null) !== null;
}
