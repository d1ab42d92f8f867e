import { E66Reader, readingOf, type MeterItem } from '#meter-data';
import type { IntakeItem } from '../intake-item.js';
import type { XmlContext } from './xml-context.js';

/** Reads validated meter data (E66). */
export async function* e66Items(
  text: AsyncIterable<string>,
  { now, isKnown }: XmlContext,
): AsyncGenerator<readonly IntakeItem[]> {
  const reader = new E66Reader(now);
  const itemsOf = (items: readonly MeterItem[]): IntakeItem[] => items.map((item) => itemOf(item, isKnown));
  for await (const piece of text) yield itemsOf(reader.write(piece));
  yield itemsOf(reader.close());
}

function itemOf(item: MeterItem, isKnown: XmlContext['isKnown']): IntakeItem {
  if (item.kind === 'refusal') return { line: item.refusal.line, refused: item.refusal.reason };
  const { line, meteringPoint } = item.value;
  return isKnown(meteringPoint)
    ? { line, reading: { meterId: meteringPoint, ...readingOf(item.value) } }
    : { line, refused: `metering point ${meteringPoint} is not known` };
}
