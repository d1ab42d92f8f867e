import { CONSTRAINTS } from './known-fields.js';
import { isJsonObject, type JsonObject } from './message-fields.js';

/** Fields that are lists also with one entry, in lower case. */
const LISTS: ReadonlySet<string> = new Set([
  ...['flexofferprofileconstraints', 'slices', 'energyconstraintlist'],
  ...['scheduleslices', 'energyamounts', 'tariffslices', 'priceslices', 'coefficients'],
  ...[...CONSTRAINTS.dependency, ...CONSTRAINTS.functions, ...CONSTRAINTS.uncertainProfile],
]);

/** Whether an element is an entry of a list even if it has no siblings. */
export function isListElement(name: string): boolean {
  return LISTS.has(name.toLowerCase());
}

/** `#text` is what the parser calls the text of an element that has elements too. */
const ELEMENT_NAME = /^(?:#text|[A-Za-z_][\w.-]*)$/;

/** What XML 1.0 cannot hold, not even escaped. */
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * A message as elements can say it: a list repeats its element, and a list inside a list is a text of its parts
 * (`<DependencyEnergyConstraintList>1 1 14</...>`). What XML cannot say is left out: nulls, which are absent elements,
 * and fields whose names are no names of elements; forbidden characters become U+FFFD.
 */
export function xmlContent(message: JsonObject): JsonObject {
  const content = Object.entries(message)
    .filter(([name, value]) => ELEMENT_NAME.test(name) && (value ?? null) !== null)
    .map(([name, value]) => [name, elementContent(value)]);
  return Object.fromEntries(content) as JsonObject;
}

function elementContent(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(NO_XML_CHARACTER, '\uFFFD');
  if (Array.isArray(value)) return value.filter((each) => (each ?? null) !== null).map(entryContent);
  return isJsonObject(value) ? xmlContent(value) : value;
}

function entryContent(entry: unknown): unknown {
  return Array.isArray(entry) ? entry.map(String).join(' ') : elementContent(entry);
}
