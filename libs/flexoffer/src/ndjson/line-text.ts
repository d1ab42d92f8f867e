const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;

/** What a decoder puts in the place of bytes that are not UTF-8. */
const REPLACEMENT = '\uFFFD';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Whether a line has nothing but white space, such as the carriage return of an empty line that ends in CR LF. */
export function isBlank(line: Uint8Array): boolean {
  for (const byte of line) if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN) return false;
  return true;
}

/** The text of a line, or undefined if it is not UTF-8. */
export function textOf(line: Uint8Array): string | undefined {
  const text = decoder.decode(line);
  // A message may hold the replacement character itself; only then does the text have the very bytes of the line.
  return text.includes(REPLACEMENT) && !isSame(encoder.encode(text), line) ? undefined : text;
}

/** A line without the byte order mark that a file may begin with. */
export function withoutByteOrderMark(line: Uint8Array): Uint8Array {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
