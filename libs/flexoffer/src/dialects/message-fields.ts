import type { Fault } from '../result.js';
import { instantOf, intervalOf, type Instant } from '../time.js';
import { LAST_INSTANT, parseInstant } from './iso-instant.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** A number, also one in a text; undefined for anything else, and for what no double holds. */
export function finiteNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The names of an object by what they are in lower case. */
function spellingsOf(message: JsonObject): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  for (const name of Object.keys(message)) {
    const lowerCase = name.toLowerCase();
    const others = spellings.get(lowerCase);
    if (others === undefined) spellings.set(lowerCase, [name]);
    else others.push(name);
  }
  return spellings;
}

export interface Found {
  readonly name: string;
  readonly value: unknown;
}

/**
 * One object of a message and where it is. Every reading method takes the names that the dialects use for a field,
 * gives undefined if the field is absent, null or not what it must be, and notes a fault in the last case.
 */
export class MessageFields {
  private spellings?: ReadonlyMap<string, readonly string[]>;

  constructor(
    readonly message: JsonObject,
    readonly path: string,
    private readonly faults: Fault[],
  ) {}

  pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  fault(name: string, message: string): undefined {
    this.faults.push({ path: name === '' ? this.path : this.pathOf(name), message });
    return undefined;
  }

  /** Whether anything was found to be wrong so far, in the whole message. */
  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  /** Whether any of the names has a value, of whatever kind. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => Object.hasOwn(this.message, name) && (this.message[name] ?? null) !== null);
  }

  /** The first of the names that has a value; two names with different values are a fault. */
  find(...names: readonly string[]): Found | undefined {
    return this.firstOf(names);
  }

  /** As {@link find}, by names that are given in lower case and may have capitals in the message. */
  findAnyCase(lowerCaseNames: readonly string[]): Found | undefined {
    this.spellings ??= spellingsOf(this.message);
    const spellings = this.spellings;
    return this.firstOf(lowerCaseNames.flatMap((name) => spellings.get(name) ?? []));
  }

  /** Whether any of the names, given in lower case, has a value in any spelling. */
  hasAnyCase(lowerCaseNames: readonly string[]): boolean {
    this.spellings ??= spellingsOf(this.message);
    const spellings = this.spellings;
    return lowerCaseNames.some(
      (name) => spellings.get(name)?.some((spelling) => this.has(spelling)) ?? false,
    );
  }

  private firstOf(names: readonly string[]): Found | undefined {
    let first: Found | undefined;
    for (const name of names) {
      const value = Object.hasOwn(this.message, name) ? (this.message[name] ?? null) : null;
      if (value === null) continue;
      if (first !== undefined && first.value !== value) return this.fault(name, `contradicts ${first.name}`);
      first ??= { name, value };
    }
    return first;
  }

  /** A finite number, also written as a string or as a list of that one number. */
  number(...names: readonly string[]): number | undefined {
    const found = this.find(...names);
    if (found === undefined) return undefined;
    const value: unknown =
      Array.isArray(found.value) && found.value.length === 1 ? found.value[0] : found.value;
    if (Array.isArray(value))
      return this.fault(found.name, 'a list of values per interval is not supported yet');
    return finiteNumber(value) ?? this.fault(found.name, 'must be a number');
  }

  integer(...names: readonly string[]): number | undefined {
    const number = this.number(...names);
    if (number === undefined || Number.isSafeInteger(number)) return number;
    return this.fault(this.find(...names)?.name ?? '', 'must be a whole number');
  }

  /** A text; numbers are taken as their digits. */
  text(...names: readonly string[]): string | undefined {
    const found = this.find(...names);
    if (found === undefined) return undefined;
    if (typeof found.value === 'string') return found.value;
    if (typeof found.value === 'number') return String(found.value);
    return this.fault(found.name, 'must be a text');
  }

  /** A list of at most `most` entries. */
  list(most: number, ...names: readonly string[]): readonly unknown[] | undefined {
    const found = this.find(...names);
    if (found === undefined) return undefined;
    if (!Array.isArray(found.value)) return this.fault(found.name, 'must be a list');
    const list: readonly unknown[] = found.value;
    if (list.length <= most) return list;
    return this.fault(found.name, `must have at most ${most} entries, not ${list.length}`);
  }

  /** A list of at most `most` finite numbers; in a text they stand one after the other, as XML writes them. */
  numbers(most: number, name: string): readonly number[] | undefined {
    const found = this.find(name);
    const list = typeof found?.value === 'string' ? found.value.trim().split(/\s+/) : this.list(most, name);
    if (list === undefined) return undefined;
    const numbers = list
      .slice(0, most + 1)
      .map(finiteNumber)
      .filter((number) => number !== undefined);
    if (numbers.length === list.length && list.length <= most) return numbers;
    return this.fault(name, `must be a list of at most ${most} numbers`);
  }

  object(...names: readonly string[]): MessageFields | undefined {
    const found = this.find(...names);
    if (found === undefined) return undefined;
    if (!isJsonObject(found.value)) return this.fault(found.name, 'must be an object');
    return new MessageFields(found.value, this.pathOf(found.name), this.faults);
  }

  /** The objects of a list of at most `most` entries. */
  objects(most: number, ...names: readonly string[]): readonly MessageFields[] | undefined {
    const list = this.list(most, ...names);
    const listName = this.find(...names)?.name ?? '';
    return list?.flatMap((entry, index) => {
      const name = `${listName}[${index}]`;
      if (isJsonObject(entry)) return [new MessageFields(entry, this.pathOf(name), this.faults)];
      this.fault(name, 'must be an object');
      return [];
    });
  }

  /**
   * An instant by any of its names with `Time` (ISO 8601) or `Interval` (market time) behind them. Where both are
   * given, the interval must be the one that contains the time, and the time counts.
   */
  instant(...names: readonly string[]): Instant | undefined {
    const time = this.time(...names.map((name) => `${name}Time`));
    const interval = this.interval(...names.map((name) => `${name}Interval`));
    if (time === undefined || interval === undefined) return time ?? interval?.start;
    if (intervalOf(time) === intervalOf(interval.start)) return time;
    const message = `is ${intervalOf(interval.start)}, but the time beside it lies in interval ${intervalOf(time)}`;
    return this.fault(interval.name, message);
  }

  private time(...names: readonly string[]): Instant | undefined {
    const found = this.find(...names);
    if (found === undefined) return undefined;
    const instant = typeof found.value === 'string' ? parseInstant(found.value.trim()) : undefined;
    return (
      instant ??
      this.fault(found.name, 'must be an ISO 8601 date and time with an offset, such as 2026-01-15T10:00:00Z')
    );
  }

  private interval(...names: readonly string[]): { name: string; start: Instant } | undefined {
    const interval = this.integer(...names);
    if (interval === undefined) return undefined;
    const name = this.find(...names)?.name ?? '';
    const start = instantOf(interval);
    if (start >= 0 && start <= LAST_INSTANT) return { name, start };
    return this.fault(name, 'must be an interval index (epoch seconds / 900)');
  }
}
