/** Inclusive limits of a sum; absent: none. */
export interface Range {
  readonly least?: number;
  readonly most?: number;
}

/** A limit on the sum of what each item counts, which is not negative. */
export interface Limit<T> {
  readonly range: Range;
  readonly valueOf: (item: T) => number;
}

/** Every item is either in one bin or left over. */
export interface Packing<T> {
  readonly bins: readonly (readonly T[])[];
  /** What fits in no bin. */
  readonly leftovers: readonly T[];
}

/** A bin that is being filled, with its sum for every limit. */
class Bin<T> {
  readonly items: T[] = [];
  private readonly sums: number[];

  constructor(private readonly limits: readonly Limit<T>[]) {
    this.sums = limits.map(() => 0);
  }

  add(item: T, sign: 1 | -1 = 1): void {
    this.limits.forEach(({ valueOf }, index) => {
      this.sums[index] = (this.sums[index] ?? 0) + sign * valueOf(item);
    });
  }

  /** Whether the bin with the item more (or less) would be inside this side of all limits. */
  wouldHold(side: 'least' | 'most', item?: T, sign: 1 | -1 = 1): boolean {
    return this.limits.every(({ range, valueOf }, index) => {
      const sum = (this.sums[index] ?? 0) + (item === undefined ? 0 : sign * valueOf(item));
      return side === 'least' ? sum >= (range.least ?? -Infinity) : sum <= (range.most ?? Infinity);
    });
  }
}

/**
 * Packs items in their order: each goes into the current bin, or where that would grow too large, into the next one.
 * The last bin takes from the end of the one before it if it would be too small, as far as that can give.
 *
 * ```
 * 5 to 10 per bin, 23 items     10  10   3        becomes     10  8  5
 * ```
 * Takes one pass; any number of items.
 */
export function packInOrder<T>(items: readonly T[], limits: readonly Limit<T>[]): Packing<T> {
  const bins: Bin<T>[] = [];
  const leftovers: T[] = [];
  for (const item of items) {
    const open = bins.at(-1);
    if (!new Bin(limits).wouldHold('most', item)) leftovers.push(item);
    else if (open?.wouldHold('most', item)) put(open, item);
    else {
      const next = new Bin(limits);
      put(next, item);
      bins.push(next);
    }
  }
  evenOutLast(bins);
  const full = bins.filter((bin) => bin.wouldHold('least'));
  for (const bin of bins) if (!bin.wouldHold('least')) for (const item of bin.items) leftovers.push(item);
  return { bins: full.map(({ items: packed }) => packed), leftovers };
}

function put<T>(bin: Bin<T>, item: T): void {
  bin.add(item);
  bin.items.push(item);
}

/** Moves items from the last bin but one to the last, as many as that needs, or none if that cannot help it. */
function evenOutLast<T>(bins: readonly Bin<T>[]): void {
  const [giver, last] = [bins.at(-2), bins.at(-1)];
  if (giver === undefined || last === undefined) return;
  const start = last.items.length;
  while (!last.wouldHold('least')) {
    const item = giver.items.at(-1);
    if (item === undefined || !giver.wouldHold('least', item, -1) || !last.wouldHold('most', item)) {
      while (last.items.length > start) move(last, giver);
      return;
    }
    move(giver, last);
  }
}

/** The last item of one bin becomes the last of another. */
function move<T>(from: Bin<T>, to: Bin<T>): void {
  const item = from.items.pop();
  if (item === undefined) return;
  from.add(item, -1);
  put(to, item);
}
