/** One row as it came: a value to look at, or why it could not be read. `line` counts from 1. */
export type Row =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly unreadable: string };

/** Rows as they arrive, some at a time: waiting for each alone would cost more than reading it. */
export type RowBatches = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** A row cannot be longer than this many characters; it also bounds what is held of an endless line. */
export const LONGEST_ROW = 65_536;

/** What should be one JSON value. */
export function jsonRow(line: number, text: string): Row {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { line, unreadable: 'is not well-formed JSON' };
    throw error;
  }
}

export const tooLong = (line: number): Row => ({
  line,
  unreadable: `is longer than ${LONGEST_ROW} characters`,
});
