import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/**
 * The text of a UTF-8 stream, piece by piece: without a byte-order mark, and no character cut in two.
 */
export async function* decoded(stream: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let isBegin = true;
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    const text = decoder.write(bytes);
    if (text === '') continue;
    yield isBegin ? text.replace(/^\uFEFF/, '') : text;
    isBegin = false;
  }
  yield decoder.end();
}
