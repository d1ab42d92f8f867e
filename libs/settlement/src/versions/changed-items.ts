import { canonicalJson } from '../evidence/canonical-json.js';
import { inNaturalOrder } from '../order.js';

/** An item of a list that is new, gone or different; null: it was not, or is no more, in the list. */
export interface ChangedItem<Item> {
  readonly before: Item | null;
  readonly after: Item | null;
}

/** What has changed between two lists whose items are told apart by a key; in the order of the keys. */
export function changedItems<Item extends object, Key extends string | number>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => Key,
): ChangedItem<Item>[] {
  const earlier = new Map(before.map((item) => [keyOf(item), item]));
  const later = new Map(after.map((item) => [keyOf(item), item]));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .sort(inNaturalOrder)
    .map((key) => ({ before: earlier.get(key) ?? null, after: later.get(key) ?? null }))
    .filter((item) => canonicalJson(item.before) !== canonicalJson(item.after));
}
