import type { LeafGroup, OfferColumns } from '#flexoffer';
import { WrongResult } from '../benchmark.js';

/** Sums of the lower and upper bounds of the first offers of the workload, in Wh, as other systems have found them. */
const KNOWN_SUMS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1000, [12_122_527, 24_315_473]],
  [10_000, [120_137_136, 240_871_528]],
  [100_000, [1_198_216_126, 2_398_340_217]],
]);

/** The groups hold as many members as there are offers in the columns, and exactly their energies. */
export function checkGroups(groups: readonly LeafGroup[], columns: OfferColumns): void {
  const members = groups.reduce((sum, { count }) => sum + count, 0);
  const offers = columns.length.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0);
  if (members !== offers) throw new WrongResult(`${members} members of ${offers} offers`);
  const expected = sumsOf(columns);
  const sums = [total(groups, ({ lowerWh }) => lowerWh), total(groups, ({ upperWh }) => upperWh)];
  if (sums[0] !== expected[0] || sums[1] !== expected[1])
    throw new WrongResult(`bounds sum to ${sums.join(' and ')} Wh, not ${expected.join(' and ')}`);
}

/** The workload is the one that everybody measures. */
export function checkWorkload(size: number, columns: OfferColumns): void {
  const known = KNOWN_SUMS.get(size);
  const [lower, upper] = sumsOf(columns);
  if (known !== undefined && (known[0] !== lower || known[1] !== upper))
    throw new WrongResult(
      `the workload's bounds sum to ${lower} and ${upper} Wh, not ${known.join(' and ')}`,
    );
}

/** No two members of a group are further apart than the tolerances. */
export function checkTolerances(groups: readonly LeafGroup[], tolerance: number): void {
  for (const { key, leaves } of groups) {
    const afters = leaves.map(({ after }) => after);
    const cells = new Set(leaves.map(({ cell }) => cell));
    if (cells.size > 1 || Math.max(...afters) - Math.min(...afters) > tolerance)
      throw new WrongResult(`the members of the group ${key} differ by more than ${tolerance} intervals`);
  }
}

function sumsOf({ offset, length, energies, end }: OfferColumns): [number, number] {
  let lower = 0;
  let upper = 0;
  for (let slot = 0; slot < end; slot += 1) {
    for (let unit = offset[slot]!; unit < offset[slot]! + length[slot]!; unit += 1) {
      lower += energies[3 * unit]!;
      upper += energies[3 * unit + 2]!;
    }
  }
  return [lower, upper];
}

function total(groups: readonly LeafGroup[], energiesOf: (group: LeafGroup) => Float64Array): number {
  return groups.reduce((sum, group) => energiesOf(group).reduce((part, energy) => part + energy, sum), 0);
}
