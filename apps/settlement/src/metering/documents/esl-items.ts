import { EslReader, type EslItem } from '#meter-data';
import type { IntakeItem } from '../intake-item.js';
import type { XmlContext } from './xml-context.js';

/** Reads billing data (ESL). A meter is known by its number with the operator, or else by the one on it. */
export async function* eslItems(
  text: AsyncIterable<string>,
  context: XmlContext,
): AsyncGenerator<readonly IntakeItem[]> {
  const reader = new EslReader(context.timeZone, context.now);
  const itemsOf = (items: readonly EslItem[]): IntakeItem[] => items.map((item) => itemOf(item, context));
  for await (const piece of text) yield itemsOf(reader.write(piece));
  yield itemsOf(reader.close());
}

function itemOf(item: EslItem, { isKnown, transformerFactor }: XmlContext): IntakeItem {
  if (item.kind === 'refusal') return { line: item.refusal.line, refused: item.refusal.reason };
  if (item.kind === 'other') return { line: item.line, ignored: true };
  const { line, internalNumber, factoryNumber, register, at, valueWh } = item.value;
  const numbers = [internalNumber, factoryNumber].filter((number) => number !== '');
  const meterId = numbers.find(isKnown);
  if (meterId === undefined) return { line, refused: `metering point ${numbers.join(' or ')} is not known` };
  const index = { meterId, register, at, meter: factoryNumber, valueWh, factor: transformerFactor };
  return { line, index: { ...index, source: 'dso' } };
}
