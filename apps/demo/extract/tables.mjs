/** Reading and writing the plain CSV tables of the sources: no quotes, no commas inside fields. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The rows of a gzipped CSV file as objects by column name. */
export function readTable(path) {
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export function writeTable(path, columns, rows) {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`);
}

/** `2024-01-30T23:00Z`, as the sources write instants. */
export function minuteIso(epochMilliseconds) {
  return `${new Date(epochMilliseconds).toISOString().slice(0, 16)}Z`;
}
