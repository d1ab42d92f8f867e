import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { FlexOffer } from '../flex-offer.js';
import type { Result } from '../result.js';
import { isJsonObject, type JsonObject } from './message-fields.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';
import { writeFlexOffer, type WriteOptions } from './write-flex-offer.js';

const ROOT = 'flexOffer';
const LISTS = new Set(['flexOfferProfileConstraints', 'energyConstraintList', 'scheduleSlices']);

/** Texts stay texts: the reader of messages understands numbers written as strings, and an id `007` stays one. */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
});

const builder = new XMLBuilder({ ignoreAttributes: true, format: true, processEntities: true });

/** A FlexOffer as XML: the element `flexOffer` with the field names of the JSON message; lists repeat their element. */
export function writeFlexOfferXml(offer: FlexOffer, options: WriteOptions): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [ROOT]: writeFlexOffer(offer, options) })}`;
}

/**
 * A FlexOffer from XML, by the same rules as {@link readFlexOffer}; an absent element is an absent field. Documents
 * with a type declaration are refused, and with it every entity but the predefined ones. The caller limits the size.
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
    return isJsonObject(document) ? document : 'is not an XML document';
  } catch (error) {
    return `is not well-formed XML: ${reasonOf(error)}`;
  }
}

function refused(message: string, { path }: ReadOptions): Result<FlexOffer> {
  return { ok: false, faults: [{ path: path ?? '', message }] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
