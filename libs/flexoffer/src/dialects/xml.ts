import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { FlexOffer } from '../flex-offer.js';
import type { Result } from '../result.js';
import { isJsonObject, type JsonObject } from './message-fields.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';
import { writeFlexOffer, type WriteOptions } from './write-flex-offer.js';
import { isListElement, xmlContent } from './xml-content.js';

const ROOT = 'flexOffer';
/** The name that the parser gives to the text of an element that has elements too. */
const TEXT = '#text';

/** Texts stay texts: the reader of messages understands numbers written as strings, and an id `007` stays one. */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  isArray: isListElement,
});

const builder = new XMLBuilder({ ignoreAttributes: true, format: true, processEntities: true });

/**
 * A FlexOffer as XML, in any of the five forms: the element `flexOffer` with the field names of the JSON message; lists
 * repeat their element. Unknown fields come back as the texts that elements hold.
 */
export function writeFlexOfferXml(offer: FlexOffer, options: WriteOptions): string {
  const content = xmlContent({ ...writeFlexOffer(offer, options) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [ROOT]: content })}`;
}

/**
 * A FlexOffer from XML, by the same rules as {@link readFlexOffer}; an absent element is an absent field, and
 * attributes are no fields. Documents with a type declaration are refused, and with it every entity but the predefined ones. The caller limits the size.
 */
export function readFlexOfferXml(xml: string, options: ReadOptions): Result<FlexOffer> {
  const document = parseXml(xml);
  if (typeof document === 'string') return refused(document, options);
  const root = document[ROOT];
  if (!isJsonObject(root)) return refused(`must be one element ${ROOT} with its fields`, options);
  return readFlexOffer(root, options);
}

/** The document as nested objects, or what is wrong with it. */
function parseXml(xml: string): JsonObject | string {
  if (/<!DOCTYPE/i.test(xml)) return 'a document type declaration is not allowed';
  try {
    SyntaxValidator.validate(xml);
    const document: unknown = parser.parse(xml);
    return isJsonObject(document) ? withoutBlanks(document) : 'is not an XML document';
  } catch (error) {
    return `is not well-formed XML: ${reasonOf(error)}`;
  }
}

/** Takes away the line breaks between elements, which the parser reports as texts. In place, and not by recursion. */
function withoutBlanks(document: JsonObject): JsonObject {
  const open: unknown[] = [document];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (typeof element !== 'object' || element === null) continue;
    if (TEXT in element && typeof element[TEXT] === 'string' && element[TEXT].trim() === '')
      Reflect.deleteProperty(element, TEXT);
    for (const inner of Object.values(element)) if (typeof inner === 'object') open.push(inner);
  }
  return document;
}

function refused(message: string, { path }: ReadOptions): Result<FlexOffer> {
  return { ok: false, faults: [{ path: path ?? '', message }] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
