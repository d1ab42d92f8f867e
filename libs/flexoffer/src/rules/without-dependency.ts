import type { Slice } from '../flex-offer.js';

/** The slices without their dependency rows: what their bounds alone allow. */
export function withoutDependency(slices: readonly Slice[]): Slice[] {
  return slices.map((slice) => {
    if (slice.dependency === undefined) return slice;
    const { dependency: _, ...bounds } = slice;
    return bounds;
  });
}
