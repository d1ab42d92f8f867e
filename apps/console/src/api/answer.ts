import type { Decimal } from '../format/money.js';
import { isDecimal } from '../format/money.js';
import { Failure } from './failure.js';
import type { Fields } from './fields.js';
import { isFields } from './fields.js';

/** Makes a value of an answer. @throws Failure that names the field which is not as agreed */
export type Decode<T> = (answer: Answer) => T;

/** A JSON object of an answer, read field by field, so that a wrong one is named instead of shown as "undefined". */
export class Answer {
  readonly #fields: Fields;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (!isFields(value)) throw unexpected(path, 'an object');
    this.#fields = value;
    this.#path = path;
  }

  text(name: string): string {
    return this.textIfAny(name) ?? this.#refuse(name, 'a text');
  }

  textIfAny(name: string): string | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    return this.#refuse(name, 'a text');
  }

  has(name: string): boolean {
    return (this.#fields[name] ?? undefined) !== undefined;
  }

  boolean(name: string): boolean {
    const value = this.#fields[name];
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false');
  }

  /** A number, also where it comes as a decimal string. */
  number(name: string): number {
    return this.numberIfAny(name) ?? this.#refuse(name, 'a number');
  }

  /** Null where the platform does not know the value (yet). */
  numberIfAny(name: string): number | null {
    const value = this.decimalIfAny(name);
    return value === null ? null : Number(value);
  }

  decimal(name: string): Decimal {
    return this.decimalIfAny(name) ?? this.#refuse(name, 'a decimal number');
  }

  /** A decimal string, a number, or an amount with its currency (`{"amount":"12.34","currency":"CHF"}`). */
  decimalIfAny(name: string): Decimal | null {
    const field = this.#fields[name] ?? null;
    const value = isFields(field) ? field['amount'] : field;
    if (value === null) return null;
    const written = typeof value === 'number' ? value.toString() : value;
    return isDecimal(written) ? written : this.#refuse(name, 'a decimal number');
  }

  /** Epoch milliseconds of an ISO 8601 instant. */
  instant(name: string): number {
    const instant = Date.parse(this.text(name));
    return Number.isNaN(instant) ? this.#refuse(name, 'an ISO 8601 instant') : instant;
  }

  object(name: string): Answer {
    return new Answer(this.#fields[name], `${this.#path}.${name}`);
  }

  list<T>(name: string, decode: Decode<T>): T[] {
    return decodeList(this.#fields[name], `${this.#path}.${name}`, decode);
  }

  /** The fields as they came, for showing them as they are. */
  entries(): [string, unknown][] {
    return Object.entries(this.#fields);
  }

  #refuse(name: string, expected: string): never {
    throw unexpected(`${this.#path}.${name}`, expected);
  }
}

export function decodeList<T>(value: unknown, path: string, decode: Decode<T>): T[] {
  if (!Array.isArray(value)) throw unexpected(path, 'a list');
  return value.map((item: unknown, index) => decode(new Answer(item, `${path}[${index}]`)));
}

const unexpected = (path: string, expected: string): Failure =>
  new Failure('The answer is not as agreed', `${path} should be ${expected}.`);
