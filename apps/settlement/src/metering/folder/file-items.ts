import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { csvRows } from '../rows/csv-rows.js';
import type { ItemBatches } from '../intake-item.js';
import { jsonRows } from '../rows/json-rows.js';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { rowItems } from '../rows/row-items.js';
import type { XmlContext } from '../documents/xml-context.js';
import { xmlItems } from '../documents/xml-items.js';

/**
 * The items of a file, by the end of its name.
 *
 * @returns in words why the file as a whole cannot be read
 */
export function fileItems(path: string, context: XmlContext): ItemBatches | string {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return rowItems(csvRows(createReadStream(path)), 'readings', context.now);
    case '.ndjson':
    case '.jsonl':
      return rowItems(ndjsonRows(createReadStream(path)), 'both', context.now);
    case '.xml':
      return xmlItems(createReadStream(path), context);
    case '.json':
      return rowItems(jsonRows(createReadStream(path)), 'both', context.now);
    default:
      return 'the name must end in .csv, .ndjson, .jsonl, .json or .xml';
  }
}
