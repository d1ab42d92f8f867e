/** `coefficients[0] + coefficients[1]*at + coefficients[2]*at^2 + ...`, by Horner's rule; 0 without coefficients. */
export function valueAt(coefficients: readonly number[], at: number): number {
  let value = 0;
  for (let power = coefficients.length - 1; power >= 0; power -= 1) {
    value = value * at + (coefficients[power] ?? 0);
  }
  return value;
}

/**
 * Points that cut the range into stretches on which the polynomial rises or falls throughout; ascending, inside the
 * range. There may be more of them than needed, never fewer. A polynomial is monotone between the roots of its
 * derivative, and these are found the same way: each lies alone between two cuts of the derivative, where bisection
 * cannot miss it. (No closed formulas: they lose their digits where roots lie close together.)
 */
export function monotoneCuts(coefficients: readonly number[], from: number, to: number): number[] {
  if (coefficients.length <= 2) return [];
  const derivative = coefficients.slice(1).map((coefficient, index) => coefficient * (index + 1));
  const known = [from, ...monotoneCuts(derivative, from, to), to];
  return known.slice(1).flatMap((end, index) => {
    const start = known[index] ?? end;
    const root = signChange(derivative, start, end);
    const cuts = root === undefined ? [] : [root];
    return end === to ? cuts : [...cuts, end];
  });
}

/** Where a polynomial that is monotone between two points changes its sign, to the last digit; undefined if it does not. */
function signChange(coefficients: readonly number[], from: number, to: number): number | undefined {
  const atStart = valueAt(coefficients, from);
  if (atStart * valueAt(coefficients, to) >= 0) return undefined;
  let low = from;
  let high = to;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return low;
    if (valueAt(coefficients, middle) > 0 === atStart > 0) low = middle;
    else high = middle;
  }
}
