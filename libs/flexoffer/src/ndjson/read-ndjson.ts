import { readFlexOffer } from '../dialects/read-flex-offer.js';
import type { ReadOptions } from '../dialects/read-options.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Result } from '../result.js';
import { LineSplitter, type NdjsonLine } from './line-splitter.js';
import type { NdjsonBody } from './ndjson-lines.js';

const LONGEST_LINE = 1_000_000;

/** What one line gave. */
export interface NdjsonOffer {
  /** Counted from 1, blank lines too. */
  readonly line: number;
  readonly result: Result<FlexOffer>;
}

export interface NdjsonOptions {
  /** How the offer of each line is read, by the number of the line. */
  readonly optionsOf: (line: number) => ReadOptions;
  /** In bytes, one million unless said otherwise; a longer line is a fault. */
  readonly longestLine?: number;
}

/**
 * The FlexOffers of a body of newline-delimited JSON, one message a line, of any dialect that {@link readFlexOffer}
 * reads. However long the body is, no more of it is kept than one piece and one line. A line that is no FlexOffer
 * gives its faults, and the next line is read; only an error of the body itself is thrown.
 */
export async function* readFlexOffersNdjson(
  body: NdjsonBody,
  { optionsOf, longestLine = LONGEST_LINE }: NdjsonOptions,
): AsyncGenerator<NdjsonOffer> {
  const lines = new LineSplitter(longestLine);
  for await (const piece of body)
    for (const line of lines.endedBy(piece)) yield readLine(line, optionsOf(line.line));
  for (const line of lines.last()) yield readLine(line, optionsOf(line.line));
}

function readLine(line: NdjsonLine, options: ReadOptions): NdjsonOffer {
  const result =
    line.text === undefined ? refused(line.fault, options) : readFlexOfferJson(line.text, options);
  return { line: line.line, result };
}

/** The FlexOffer of one JSON text, by the same rules and with the same faults as {@link readFlexOffer}. */
export function readFlexOfferJson(text: string, options: ReadOptions): Result<FlexOffer> {
  const parsed = parse(text);
  if (!parsed.ok) return refused(parsed.problem, options);
  return readFlexOffer(parsed.json, options);
}

type Parsed =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: string };

function parse(text: string): Parsed {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { ok: false, problem: `is not well-formed JSON: ${error.message}` };
    throw error;
  }
}

function refused(message: string, { path }: ReadOptions): Result<FlexOffer> {
  return { ok: false, faults: [{ path: path ?? '', message }] };
}
