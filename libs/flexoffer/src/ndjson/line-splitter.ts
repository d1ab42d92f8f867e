import { isBlank, textOf, withoutByteOrderMark } from './line-text.js';
import { LineUnderWay } from './line-under-way.js';

const LINE_FEED = 0x0a;

/** One line of a body, counted from 1 and with the blank ones: its text, or why it has none. */
export type NdjsonLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly text?: undefined; readonly fault: string };

/** Cuts a body that arrives in pieces into the lines that are not blank; keeps only the line under way. */
export class LineSplitter {
  private readonly underWay: LineUnderWay;
  private line = 0;

  constructor(private readonly longestLine: number) {
    this.underWay = new LineUnderWay(longestLine);
  }

  /** The lines whose end is in this piece of the body. */
  *endedBy(piece: Uint8Array): Generator<NdjsonLine> {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      const line = this.lineOf(this.complete(piece.subarray(from, end)));
      if (line !== undefined) yield line;
      from = end + 1;
    }
    this.underWay.append(piece.subarray(from));
  }

  /** The line after the last line feed. */
  *last(): Generator<NdjsonLine> {
    const line = this.underWay.isEmpty ? undefined : this.lineOf(this.underWay.take());
    if (line !== undefined) yield line;
  }

  /** A line from its end and what came before it; undefined if it is too long. Most lines lie within one piece. */
  private complete(end: Uint8Array): Uint8Array | undefined {
    if (this.underWay.isEmpty) return end.length <= this.longestLine ? end : undefined;
    this.underWay.append(end);
    return this.underWay.take();
  }

  private lineOf(bytes: Uint8Array | undefined): NdjsonLine | undefined {
    this.line += 1;
    if (bytes === undefined)
      return { line: this.line, fault: `is longer than the ${this.longestLine} bytes that are read` };
    const content = this.line === 1 ? withoutByteOrderMark(bytes) : bytes;
    if (isBlank(content)) return undefined;
    const text = textOf(content);
    return text === undefined ? { line: this.line, fault: 'is not UTF-8' } : { line: this.line, text };
  }
}
