/**
 * The greatest of the values (none of them negative) that lie under a window of `width + 1` places, for every place at
 * which window and values meet; beyond its ends a series is 0. Linear in the values, whatever the width: a value that
 * stands before a greater one is never looked at again.
 *
 * ```
 * values   3 1 4         width 1
 * result   3 3 4 4       of (0,3) (3,1) (1,4) (4,0)
 * ```
 */
export function greatestInWindow(values: readonly number[], width: number): number[] {
  const greatest: number[] = [];
  const candidates: number[] = [];
  let first = 0;
  for (let place = 0; place < values.length + width; place++) {
    const value = values[place] ?? 0;
    while (candidates.length > first && (values[candidates.at(-1) ?? 0] ?? 0) <= value) candidates.pop();
    candidates.push(place);
    if ((candidates[first] ?? 0) < place - width) first += 1;
    greatest.push(values[candidates[first] ?? 0] ?? 0);
  }
  return greatest;
}
