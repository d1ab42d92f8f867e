import { Readable } from 'node:stream';
import Type from 'typebox';
import { ndjsonLines } from '#flexoffer';
import { Problem } from '#problem-details';
import { SchemaPipe } from '#validation';
import { jsonItem, lineItem, refusedItem, xmlItem, type PostedItem } from './posted-item.js';

/** The offers themselves are read by the rules of their own dialects. */
export const FlexOfferBatch = Type.Object(
  { flexOffer: Type.Array(Type.Object({}), { minItems: 1 }) },
  { additionalProperties: false },
);

const batchPipe = new SchemaPipe(FlexOfferBatch);

/**
 * The FlexOffers of a request: `{"flexOffer": [...]}` as JSON, one JSON object a line, or one XML document.
 *
 * @param longestLine in bytes, for lines; a longer one is a fault of its own
 * @throws Problem 400 for a body that is none of these, 415 for another media type
 */
export async function* postedItems(
  mediaType: string | undefined,
  body: unknown,
  longestLine: number,
): AsyncGenerator<PostedItem> {
  if (typeOf(mediaType) === 'application/x-ndjson' && body instanceof Readable)
    for await (const line of ndjsonLines(body, longestLine))
      yield line.text === undefined ? refusedItem(line.fault) : lineItem(line.text);
  else if (typeOf(mediaType) === 'application/json')
    for (const json of batchPipe.transform(body).flexOffer) yield jsonItem(json);
  else yield postedItem(mediaType, body);
}

/**
 * The one FlexOffer of a request, as a JSON object or an XML document.
 *
 * @throws Problem 415 for another media type
 */
export function postedItem(mediaType: string | undefined, body: unknown): PostedItem {
  const type = typeOf(mediaType);
  if (type === 'application/json') return jsonItem(body);
  if ((type === 'application/xml' || type === 'text/xml') && typeof body === 'string') return xmlItem(body);
  throw new Problem(415, 'Unsupported media type', 'The content type is not one that this endpoint reads.');
}

/** The media type without its parameters. */
function typeOf(mediaType: string | undefined): string | undefined {
  return mediaType?.split(';', 1)[0]?.trim().toLowerCase();
}
