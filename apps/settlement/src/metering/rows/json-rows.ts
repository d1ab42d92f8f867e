import type { Readable } from 'node:stream';
import { badRequest } from '#problem-details';
import { ArrayElements } from './array-elements.js';
import { decoded } from './decoded.js';
import type { Row } from './rows.js';

/**
 * The rows of a JSON array of any length, as they arrive; its elements count as lines. Of an array that breaks off, the
 * rows before are there, and then one that says so.
 *
 * @throws Problem 400 where there is no array
 */
export async function* jsonRows(stream: Readable): AsyncGenerator<readonly Row[]> {
  const elements = new ArrayElements();
  for await (const text of decoded(stream)) yield elements.take(text) ?? noArray();
  yield elements.end() ?? noArray();
}

function noArray(): never {
  throw badRequest([{ path: '', message: 'must be an array of meter values' }]);
}
