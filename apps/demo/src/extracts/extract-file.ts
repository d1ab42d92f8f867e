import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A row by column name. */
export type Row = ReadonlyMap<string, string>;

/** The rows of one of the CSV files in apps/demo/data, whether this runs from source or from dist. */
export function readExtract(name: string): Row[] {
  const path = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'apps/demo/data', name);
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** @throws Error if the cell is missing or empty: an extract has no gaps */
export function textOf(row: Row, column: string): string {
  const cell = row.get(column);
  if (cell === undefined || cell === '') throw new Error(`an extract has no ${column} in one of its rows`);
  return cell;
}

/** @throws Error if the cell is not a number */
export function numberOf(row: Row, column: string): number {
  const value = Number(textOf(row, column));
  if (!Number.isFinite(value)) throw new Error(`${column} is not a number in one of an extract's rows`);
  return value;
}

function projectRoot(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('the demo must run inside its project');
  return projectRoot(parent);
}
