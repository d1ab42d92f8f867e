import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { csvRows } from '../rows/csv-rows.js';
import type { ItemBatches } from '../intake-item.js';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { rowItems } from '../rows/row-items.js';
import { jsonRows } from '../rows/rows.js';
import type { XmlContext } from '../documents/xml-context.js';
import { xmlItems } from '../documents/xml-items.js';

/** A JSON array is in memory as a whole; NDJSON has no limit. */
const LONGEST_JSON = 64 * 1024 * 1024;

/**
 * The items of a file, by the end of its name.
 *
 * @returns in words why the file as a whole cannot be read
 */
export async function fileItems(path: string, context: XmlContext): Promise<ItemBatches | string> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return rowItems(csvRows(createReadStream(path)), 'readings', context.now);
    case '.ndjson':
    case '.jsonl':
      return rowItems(ndjsonRows(createReadStream(path)), 'both', context.now);
    case '.xml':
      return xmlItems(createReadStream(path), context);
    case '.json':
      return jsonItems(path, context);
    default:
      return 'the name must end in .csv, .ndjson, .jsonl, .json or .xml';
  }
}

async function jsonItems(path: string, context: XmlContext): Promise<ItemBatches | string> {
  if ((await stat(path)).size > LONGEST_JSON)
    return `a JSON array has at most ${LONGEST_JSON} bytes; NDJSON may have more`;
  const rows = arrayOf(await readFile(path, 'utf8'));
  return rows === undefined ? 'is not a JSON array' : rowItems(jsonRows(rows), 'both', context.now);
}

function arrayOf(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
