import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { instantOf, intervalOf } from '#flexoffer';
import { randomNumbers } from '../random.js';

/** A month of quarter-hours of a meter, as grid operators send them: meter after meter. */
const QUARTERS = 31 * 96;
export const FIRST_INTERVAL = intervalOf(Date.parse('2026-01-01T00:00:00Z'));
const HEADER = 'meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality\n';

export const meterId = (meter: number): string => `CH${String(meter).padStart(31, '0')}`;
export const metersOf = (rows: number): number => Math.ceil(rows / QUARTERS);

/** Writes so many made-up readings as CSV. @returns the sum of their import, in Wh */
export async function writeReadings(file: string, rows: number): Promise<number> {
  const stream = createWriteStream(file);
  const random = randomNumbers(20260101);
  const starts = Array.from({ length: QUARTERS }, (_, quarter) =>
    new Date(instantOf(FIRST_INTERVAL + quarter)).toISOString().replace('.000Z', 'Z'),
  );
  let sum = 0;
  stream.write(HEADER);
  for (let first = 0; first < rows; first += QUARTERS) {
    const lines: string[] = [];
    const meter = meterId(first / QUARTERS);
    for (let quarter = 0; quarter < Math.min(QUARTERS, rows - first); quarter += 1) {
      const importWh = random(2000);
      sum += importWh;
      lines.push(`${meter},${starts[quarter] ?? ''},900,${importWh},${random(500)},dso,measured\n`);
    }
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return sum;
}
