import type { MessageFields } from './message-fields.js';

/** What is kept of a message beside its offer: enough for notes and links, too little to fill a store with. */
const MOST_VALUES = 10_000;
const MOST_CHARACTERS = 100_000;
const DEEPEST = 32;

/**
 * The fields of a message that nothing here understands, with their values, to be given back to the sender. Those
 * inside of slices and schedules have their path as their name (`flexOfferProfileConstraints[0].label`).
 *
 * At most 10 000 values, 100 000 characters (names and texts) and 32 levels are kept; a message with more is faulty,
 * and so is one with a number that JSON cannot write, or with the name `__proto__`, which would change whatever object
 * it is copied into.
 */
export class UnknownFields {
  private readonly entries: [string, unknown][] = [];
  private values = 0;
  private characters = 0;
  private full = false;

  /** Keeps the fields of one object that are not known; `prefix` is where they will be found again. */
  collect(fields: MessageFields, isKnown: (name: string, value: unknown) => boolean, prefix = ''): void {
    for (const [name, value] of Object.entries(fields.message)) {
      if (this.full || value === undefined || isKnown(name, value)) continue;
      const objection = this.objectionTo(name, value);
      if (objection === undefined) this.entries.push([prefix + name, value]);
      else fields.fault(name, `is not a field that is known, and ${objection}`);
    }
  }

  /** All of them; undefined if there are none. */
  found(): Readonly<Record<string, unknown>> | undefined {
    return this.entries.length === 0 ? undefined : Object.fromEntries(this.entries);
  }

  /** Why a field cannot be kept. Level by level and not by recursion, which deep nesting would overflow. */
  private objectionTo(name: string, value: unknown): string | undefined {
    if (name === '__proto__') return 'has a name that cannot be kept';
    this.characters += name.length;
    let level: unknown[] = [value];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > DEEPEST) return `nests deeper than the ${DEEPEST} levels that are kept`;
      const inner: unknown[] = [];
      for (const each of level) {
        const objection = this.objectionToOne(each, inner);
        if (objection !== undefined) return objection;
      }
      level = inner;
    }
    return undefined;
  }

  private objectionToOne(value: unknown, inner: unknown[]): string | undefined {
    this.values += 1;
    if (typeof value === 'string') this.characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (name === '__proto__') return 'holds a name that cannot be kept';
        if (!Array.isArray(value)) this.characters += name.length;
        if (this.values + inner.length >= MOST_VALUES) break;
        inner.push(each);
      }
    } else if (!isJsonAtom(value)) return 'holds a value that JSON cannot write';
    if (this.values + inner.length < MOST_VALUES && this.characters <= MOST_CHARACTERS) return undefined;
    this.full = true;
    return `makes more than ${MOST_VALUES} values or ${MOST_CHARACTERS} characters that would have to be kept`;
  }
}

function isJsonAtom(value: unknown): boolean {
  return (
    value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

const INSIDE = /^(\w+)(?:\[(\d+)\])?\.(.+)$/s;

/**
 * Puts unknown fields back into a message that was just written, those of slices and schedules into these. One whose
 * place is gone stays with the offer, under its path.
 */
export function putUnknownFields(
  message: Record<string, unknown>,
  unknown: Readonly<Record<string, unknown>> = {},
): void {
  for (const [path, value] of Object.entries(unknown)) {
    const [, field = '', index, name = ''] = INSIDE.exec(path) ?? [];
    const found = message[field];
    const place: unknown = Array.isArray(found) ? found[Number(index)] : found;
    if (isRecord(place)) place[name] = value;
    else message[path] = value;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
