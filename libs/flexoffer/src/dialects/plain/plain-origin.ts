import { scheduleName } from '../dialect-names.js';
import { isJsonObject, type JsonObject } from '../message-fields.js';
import { recogniseDialect } from '../recognise-dialect.js';
import type { Dialect, MessageOrigin } from '../../flex-offer.js';
import type { PlainMessage } from './plain-message.js';

/** In characters. What is longer is for the full reader to keep or to refuse. */
const LONGEST_TEXT = 1000;

interface NumberedSchedule {
  readonly scheduleId?: unknown;
  readonly updateId?: unknown;
}

/**
 * The form of a message, and what of the plain fields nothing here understands: the label of the demonstration sites
 * and the numbers of their schedules. Undefined if a field belongs to another form, which makes it an unknown one.
 */
export function plainOrigin(json: JsonObject): MessageOrigin | undefined {
  const message: PlainMessage = json;
  const dialect = recogniseDialect(json);
  if (!isOfDialect(message, dialect)) return undefined;
  const unknownFields: Record<string, unknown> = {};
  const areKept =
    keep(unknownFields, 'label', message.label) &&
    keepNumbers(unknownFields, 'defaultSchedule', message.defaultSchedule) &&
    keepNumbers(unknownFields, scheduleName(dialect), message.flexOfferSchedule);
  if (!areKept) return undefined;
  return Object.keys(unknownFields).length === 0 ? { dialect } : { dialect, unknownFields };
}

/** An end window is read, and `assignment` understood, only where the dialect has it. */
function isOfDialect(message: PlainMessage, dialect: Dialect): boolean {
  const { endAfterTime, endAfterInterval, endBeforeTime, endBeforeInterval, assignment } = message;
  if (dialect === 'demo-site') return assignment === undefined || assignment === 'obligatory';
  return (
    endAfterTime === undefined &&
    endAfterInterval === undefined &&
    endBeforeTime === undefined &&
    endBeforeInterval === undefined &&
    (assignment === undefined || (assignment === 'obligatory' && dialect === 'market'))
  );
}

function keepNumbers(unknownFields: Record<string, unknown>, path: string, schedule: unknown): boolean {
  if (!isJsonObject(schedule)) return true;
  const { scheduleId, updateId }: NumberedSchedule = schedule;
  return (
    keep(unknownFields, `${path}.scheduleId`, scheduleId) && keep(unknownFields, `${path}.updateId`, updateId)
  );
}

/** False for anything but a number or a short text. */
function keep(unknownFields: Record<string, unknown>, path: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string' ? value.length > LONGEST_TEXT : !Number.isFinite(value)) return false;
  unknownFields[path] = value;
  return true;
}
