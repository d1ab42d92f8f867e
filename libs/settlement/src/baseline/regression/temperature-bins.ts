/**
 * Where a home changes from heating to nothing to cooling, in degrees Celsius: CalTRACK's 30, 45, 55, 65, 75 and 90
 * degrees Fahrenheit, rounded.
 */
const BOUNDS = [-1, 7, 13, 18, 24, 32];

/** CalTRACK: a bin with fewer hours than this is joined with its neighbour. */
const LEAST_INTERVALS = 20 * 4;

/** The inner bounds left when every bin has enough of these temperatures; none: a single straight line. */
export function temperatureBounds(temperatures: readonly number[]): number[] {
  const bounds: number[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const bound of BOUNDS) {
    const below = temperatures.filter((temperature) => temperature > from && temperature <= bound).length;
    const above = temperatures.filter((temperature) => temperature > bound).length;
    if (below < LEAST_INTERVALS || above < LEAST_INTERVALS) continue;
    bounds.push(bound);
    from = bound;
  }
  return bounds;
}

/**
 * How much of a temperature lies in each bin: with bounds 7 and 13, 10 degrees are [7, 3, 0]. A line over these parts
 * is continuous with a slope of its own in each bin.
 */
export function temperatureParts(temperature: number, bounds: readonly number[]): number[] {
  const parts: number[] = [];
  let from: number | undefined;
  for (const bound of [...bounds, Number.POSITIVE_INFINITY]) {
    const reached = Math.min(temperature, bound);
    parts.push(from === undefined ? reached : Math.max(0, reached - from));
    from = bound;
  }
  return parts;
}
