import { CsvError, parse } from 'csv-parse/sync';

/**
 * The fields of one line of CSV, with or without a carriage return at its end; undefined: its quotes are not right. Lines
 * without quotes, which meter data comes in by the million, are only split.
 */
export function fieldsOf(line: string): readonly string[] | undefined {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (!text.includes('"')) return text.split(',');
  try {
    return parse(text)[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
