import { parse, type CsvError, type Info } from 'csv-parse';
import { finished, type Readable } from 'node:stream';
import { badRequest } from '#problem-details';
import { OPTIONAL_READING_FIELDS, READING_FIELDS } from './read-reading.js';
import { LONGEST_ROW, type Row } from './rows.js';

/** As csv-parse hands it on: the fields and where it stands. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

const BATCH = 1000;

/**
 * The rows of a CSV (RFC 4180, comma, UTF-8) whose header names the fields of a reading in any order.
 *
 * @throws Problem 400 if the header is not that, before any row is handed on
 */
export async function* csvRows(stream: Readable): AsyncGenerator<readonly Row[]> {
  let header: readonly string[] | undefined;
  let batch: Row[] = [];
  const refuse = (line: number): unknown => batch.push({ line, unreadable: 'is not well-formed CSV' });
  for await (const { record, info } of records(stream, refuse)) {
    if (header === undefined) header = checkedHeader(record);
    else if (record.length > 1 || record[0] !== '') batch.push(rowOf(header, record, info.lines));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (header === undefined) checkedHeader([]);
  yield batch;
}

/** @param refuse told the line of what cannot be read, which is left out (after an open quote: all that follows) */
function records(stream: Readable, refuse: (line: number) => unknown): AsyncIterable<CsvRecord> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => refuse(Number(error['lines'])));
  // pipe() hands on the data but not an abort by the sender, which must end the parser too.
  finished(stream, { writable: false }, (error) => (error ? parser.destroy(error) : undefined));
  return stream.pipe(parser);
}

const KNOWN: ReadonlySet<string> = new Set([...READING_FIELDS, ...OPTIONAL_READING_FIELDS]);

function checkedHeader(header: readonly string[]): readonly string[] {
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

function rowOf(header: readonly string[], fields: readonly string[], line: number): Row {
  if (fields.length !== header.length)
    return { line, unreadable: `has ${fields.length} fields where the header has ${header.length}` };
  const value: Record<string, string | number> = {};
  for (const [index, name] of header.entries()) {
    const field = fields[index] ?? '';
    value[name] = NUMBERS.has(name) && WHOLE_NUMBER.test(field) ? Number(field) : field;
  }
  return { line, value };
}
