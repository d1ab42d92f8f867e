/**
 * `numerator / denominator` to the nearest integer; a half goes away from zero (2.5 to 3, -2.5 to -3), so that
 * a figure and its opposite always round to opposites.
 *
 * @param denominator at least 1
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
