const NEW_LINE = '\n'.charCodeAt(0);

/** No line of a package is nearly as long; a file without ends of lines must not fill the memory. */
export const LONGEST_LINE = 64 * 1024 * 1024;

/** The part of a file after its last end of line, of which there should be nothing. */
export class UnfinishedLine {
  constructor(readonly bytes: number) {}
}

/**
 * The lines of a file without their ends, whatever pieces it comes in; holds one line at a time. If the file does not
 * end with an end of line, or a line is longer than `LONGEST_LINE`, the last item is an `UnfinishedLine`.
 */
export async function* linesOf(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer | UnfinishedLine> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(NEW_LINE); at >= 0; at = piece.indexOf(NEW_LINE, from)) {
      const end = piece.subarray(from, at);
      yield begun.length === 0 ? end : Buffer.concat([...begun, end]);
      begun = [];
      length = 0;
      from = at + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
    length += piece.length - from;
    if (length > LONGEST_LINE) break;
  }
  if (length > 0) yield new UnfinishedLine(length);
}
