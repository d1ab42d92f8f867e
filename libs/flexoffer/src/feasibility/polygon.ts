import type { DependencyRow } from '../flex-offer.js';

/** A convex polygon of energies: its corners in order, x the energy before a slice and y its own, flattened to x, y, x, y. */
export type Polygon = readonly number[];

/** What is left of a polygon where `a*x + b*y <= c` holds; empty if nothing is (Sutherland and Hodgman, 1974). */
export function clipped(polygon: Polygon, a: number, b: number, c: number): number[] {
  const left: number[] = [];
  for (let corner = 0; corner < polygon.length; corner += 2) {
    const x = polygon[corner] ?? 0;
    const y = polygon[corner + 1] ?? 0;
    const nextX = polygon[(corner + 2) % polygon.length] ?? 0;
    const nextY = polygon[(corner + 3) % polygon.length] ?? 0;
    const over = a * x + b * y - c;
    const nextOver = a * nextX + b * nextY - c;
    if (over <= 0) left.push(x, y);
    if (over <= 0 !== nextOver <= 0) {
      const part = over / (over - nextOver);
      left.push(x + part * (nextX - x), y + part * (nextY - y));
    }
  }
  return left;
}

/** The polygon of all x and y between bounds, as far as the rows hold, with the limits that `limitOf` gives them. */
export function polygonOf(
  x: readonly [lower: number, upper: number],
  y: readonly [lower: number, upper: number],
  after: readonly [lower: number, upper: number],
  rows: readonly DependencyRow[],
  limitOf: (row: DependencyRow) => number,
): Polygon {
  let polygon = [x[0], y[0], x[1], y[0], x[1], y[1], x[0], y[1]];
  polygon = clipped(polygon, 1, 1, after[1]);
  polygon = clipped(polygon, -1, -1, -after[0]);
  for (const row of rows) polygon = clipped(polygon, row.a, row.b, limitOf(row));
  return polygon;
}

/** Computed corners are this far from the true ones at most, for energies up to about 1e9 Wh. */
const CORNER_TOLERANCE_WH = 1e-5;

/** The whole numbers that `ofX*x + ofY*y` takes on a polygon that is not empty, from the least to the most. */
export function extentOf(polygon: Polygon, ofX: number, ofY: number): [lower: number, upper: number] {
  let least = Infinity;
  let most = -Infinity;
  for (let corner = 0; corner < polygon.length; corner += 2) {
    const value = ofX * (polygon[corner] ?? 0) + ofY * (polygon[corner + 1] ?? 0);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [Math.ceil(least - CORNER_TOLERANCE_WH) + 0, Math.floor(most + CORNER_TOLERANCE_WH) + 0];
}
