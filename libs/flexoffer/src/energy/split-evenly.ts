/**
 * Splits an integer over `parts` so that the parts sum exactly to it and differ by at most one; the larger parts
 * come first. The split keeps order: if `a <= b`, no part of `a` is above the same part of `b`.
 *
 * ```
 * 7 over 3 = 3, 2, 2        -7 over 3 = -2, -2, -3
 * ```
 */
export function splitEvenly(total: number, parts: number): number[] {
  const share = Math.floor(total / parts);
  const larger = total - share * parts;
  return Array.from({ length: parts }, (_, part) => (part < larger ? share + 1 : share));
}
