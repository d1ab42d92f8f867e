import type { OfferColumns } from '#flexoffer';

/** What a plain way of grouping comes to. */
export interface GridGrouping {
  readonly groups: number;
  /** In per cent. */
  readonly timeFlexKept: number;
}

/** Groups by a fixed grid: cells of tolerance + 1 intervals for the start and for the time flexibility. */
export function gridGrouping({ anchor, after, end }: OfferColumns, tolerance: number): GridGrouping {
  const cells = new Map<string, { count: number; least: number }>();
  let offered = 0;
  for (let slot = 0; slot < end; slot += 1) {
    const flexibility = after[slot]!;
    const name = `${Math.floor(anchor[slot]! / (tolerance + 1))} ${Math.floor(flexibility / (tolerance + 1))}`;
    const cell = cells.get(name);
    offered += flexibility;
    if (cell === undefined) cells.set(name, { count: 1, least: flexibility });
    else {
      cell.count += 1;
      cell.least = Math.min(cell.least, flexibility);
    }
  }
  const kept = [...cells.values()].reduce((sum, { count, least }) => sum + count * least, 0);
  return { groups: cells.size, timeFlexKept: (100 * kept) / offered };
}
