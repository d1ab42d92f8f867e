import type { Readable } from 'node:stream';
import type { Instant } from '#flexoffer';
import { E66Reader, readingOf, type MeterItem } from '#meter-data';
import { decoded } from './decoded.js';
import type { IntakeItem } from './intake-item.js';

/**
 * Reads validated meter data (E66).
 *
 * @param now nothing after it can have been measured
 * @param isKnown whether there is such a metering point
 */
export async function* e66Items(
  stream: Readable,
  now: Instant,
  isKnown: (meteringPoint: string) => boolean,
): AsyncGenerator<readonly IntakeItem[]> {
  const reader = new E66Reader(now);
  const itemsOf = (items: readonly MeterItem[]): IntakeItem[] => items.map((item) => itemOf(item, isKnown));
  for await (const text of decoded(stream)) yield itemsOf(reader.write(text));
  yield itemsOf(reader.close());
}

function itemOf(item: MeterItem, isKnown: (meteringPoint: string) => boolean): IntakeItem {
  if (item.kind === 'refusal') return { line: item.refusal.line, refused: item.refusal.reason };
  const { line, meteringPoint } = item.value;
  return isKnown(meteringPoint)
    ? { line, reading: { meterId: meteringPoint, ...readingOf(item.value) } }
    : { line, refused: `metering point ${meteringPoint} is not known` };
}
