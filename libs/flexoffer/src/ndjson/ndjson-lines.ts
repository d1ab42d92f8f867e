import { LineSplitter, type NdjsonLine } from './line-splitter.js';

/** A body that arrives in pieces, such as a request or a file; also a list of one array. */
export type NdjsonBody = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The lines of a body of any length, without blank ones. Lines end in LF or CR LF (the CR stays: it is white space
 * to JSON), the last one also without. A byte order mark at the beginning is dropped. Only the line under way is kept
 * in memory. A line that is too long or not UTF-8 is told as such, and the lines after it are read as if it were not
 * there.
 *
 * @param longestLine in bytes, without the line feed
 */
export async function* ndjsonLines(body: NdjsonBody, longestLine: number): AsyncGenerator<NdjsonLine> {
  const lines = new LineSplitter(longestLine);
  for await (const piece of body) yield* lines.endedBy(piece);
  yield* lines.last();
}
