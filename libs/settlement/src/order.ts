/** Compares by value (text by code units): the same order on every machine, whatever its locale. */
export function inNaturalOrder<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
