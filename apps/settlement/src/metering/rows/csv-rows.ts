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
  let columns: Columns | undefined;
  for await (const { first, lines } of linesOf(stream)) {
    const rows: Row[] = [];
    for (const [index, line] of lines.entries()) {
      if (columns === undefined)
        columns = columnsOf(checkedHeader(line === OVERLONG ? undefined : fieldsOf(line)));
      else if (line === OVERLONG) rows.push(tooLong(first + index));
      else if (line !== '' && line !== '\r') rows.push(rowOf(columns, line, first + index));
    }
    yield rows;
  }
  if (columns === undefined) checkedHeader([]);
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

/** Where each field is. */
type Columns = Readonly<Record<keyof CsvValue, number>> & { readonly count: number };

/** All of them, so that every row has the same form, which is read fastest. */
interface CsvValue {
  readonly meterId: string | undefined;
  readonly intervalStart: string | undefined;
  readonly intervalSeconds: string | number | undefined;
  readonly importWh: string | number | undefined;
  readonly exportWh: string | number | undefined;
  readonly source: string | undefined;
  readonly quality: string | undefined;
  readonly createdAt: string | undefined;
}

function columnsOf(header: readonly string[]): Columns {
  const [of, count] = [(name: string): number => header.indexOf(name), header.length];
  return {
    ...{ meterId: of('meterId'), intervalStart: of('intervalStart'), intervalSeconds: of('intervalSeconds') },
    ...{ importWh: of('importWh'), exportWh: of('exportWh') },
    ...{ source: of('source'), quality: of('quality'), createdAt: of('createdAt'), count },
  };
}

function rowOf(columns: Columns, text: string, line: number): Row {
  const fields = fieldsOf(text);
  if (fields === undefined) return { line, unreadable: 'is not well-formed CSV' };
  if (fields.length !== columns.count)
    return { line, unreadable: `has ${fields.length} fields where the header has ${columns.count}` };
  const value: CsvValue = {
    meterId: fields[columns.meterId],
    intervalStart: fields[columns.intervalStart],
    intervalSeconds: numberOf(fields[columns.intervalSeconds]),
    importWh: numberOf(fields[columns.importWh]),
    exportWh: numberOf(fields[columns.exportWh]),
    source: fields[columns.source],
    quality: fields[columns.quality],
    createdAt: fields[columns.createdAt],
  };
  return { line, value };
}

const WHOLE_NUMBER = /^-?\d{1,15}$/;

/** What is no whole number stays text, which is refused with the name of its field. */
const numberOf = (field = ''): number | string => (WHOLE_NUMBER.test(field) ? Number(field) : field);
