import type { MessageOrigin } from '../flex-offer.js';
import { profileName, scheduleName } from './dialect-names.js';
import { isOfferField, isScheduleField, isSliceField } from './known-fields.js';
import type { MessageFields } from './message-fields.js';
import { recogniseDialect } from './recognise-dialect.js';
import { UnknownFields } from './unknown-fields.js';

/** The objects of a message that may hold unknown fields of their own. */
export interface MessageParts {
  /** For every slice of the offer, the object that it was read from; several slices may come from one object. */
  readonly slices: readonly MessageFields[];
  readonly defaultSchedule: MessageFields | undefined;
  readonly schedule: MessageFields | undefined;
}

/**
 * The form of a message, and the fields that nothing here understands: of the message itself, of its slices and of
 * its schedules. (Those further inside, such as the prices of a schedule's entries, are ignored.)
 */
export function readOrigin(fields: MessageFields, parts: MessageParts): MessageOrigin {
  const dialect = recogniseDialect(fields.message);
  const unknown = new UnknownFields();
  unknown.collect(fields, (name, value) => isOfferField(name, value, dialect));
  parts.slices.forEach((slice, index) => {
    if (index > 0 && slice === parts.slices[index - 1]) return;
    const hasUnitPrice = slice.has('costPerEnergyUnitLimit');
    unknown.collect(slice, (name) => isSliceField(name, hasUnitPrice), `${profileName(dialect)}[${index}].`);
  });
  if (parts.defaultSchedule !== undefined)
    unknown.collect(parts.defaultSchedule, isScheduleField, 'defaultSchedule.');
  if (parts.schedule !== undefined)
    unknown.collect(parts.schedule, isScheduleField, `${scheduleName(dialect)}.`);
  const unknownFields = unknown.found();
  return unknownFields === undefined ? { dialect } : { dialect, unknownFields };
}
