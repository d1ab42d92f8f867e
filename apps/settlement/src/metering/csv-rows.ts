import type { Readable } from 'node:stream';
import { badRequest } from '#problem-details';
import { fieldsOf } from './csv-fields.js';
import { OVERLONG, linesOf } from './lines.js';
import { OPTIONAL_READING_FIELDS, READING_FIELDS } from './read-reading.js';
import { tooLong, type Row } from './rows.js';

/**
 * The rows of a CSV (RFC 4180, comma, UTF-8 with or without a byte-order mark) whose header names the fields of a reading in
 * any order. No field of a reading has a line break in it, so that a line is a row, and a quote that does not end spoils
 * its own row alone. Empty lines count and mean nothing.
 *
 * @throws Problem 400 if the header is not that, before any row is handed on
 */
export async function* csvRows(stream: Readable): AsyncGenerator<readonly Row[]> {
  let header: readonly string[] | undefined;
  for await (const { first, lines } of linesOf(stream)) {
    const rows: Row[] = [];
    for (const [index, line] of lines.entries()) {
      if (header === undefined) header = checkedHeader(line === OVERLONG ? undefined : fieldsOf(line));
      else if (line === OVERLONG) rows.push(tooLong(first + index));
      else if (line !== '' && line !== '\r') rows.push(rowOf(header, line, first + index));
    }
    yield rows;
  }
  if (header === undefined) checkedHeader([]);
}

const KNOWN: ReadonlySet<string> = new Set([...READING_FIELDS, ...OPTIONAL_READING_FIELDS]);

function checkedHeader(header: readonly string[] = []): readonly string[] {
  const missing = READING_FIELDS.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !KNOWN.has(name));
  const faults = [
    ...missing.map((name) => ({ path: name, message: 'is missing in the header' })),
    ...unknown.map((name) => ({ path: name, message: 'is not a field of a reading' })),
    ...(new Set(header).size < header.length ? [{ path: '', message: 'names a column twice' }] : []),
  ];
  if (faults.length > 0) throw badRequest(faults);
  return header;
}

const NUMBERS: ReadonlySet<string> = new Set(['intervalSeconds', 'importWh', 'exportWh']);
const WHOLE_NUMBER = /^-?\d{1,15}$/;

function rowOf(header: readonly string[], text: string, line: number): Row {
  const fields = fieldsOf(text);
  if (fields === undefined) return { line, unreadable: 'is not well-formed CSV' };
  if (fields.length !== header.length)
    return { line, unreadable: `has ${fields.length} fields where the header has ${header.length}` };
  const value: Record<string, string | number> = {};
  for (let column = 0; column < fields.length; column += 1) {
    const name = header[column] ?? '';
    const field = fields[column] ?? '';
    value[name] = NUMBERS.has(name) && WHOLE_NUMBER.test(field) ? Number(field) : field;
  }
  return { line, value };
}
