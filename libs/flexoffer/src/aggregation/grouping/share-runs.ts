/** What a neighbourhood loses, by the number of its runs. */
export interface LossCurve {
  /** The fewest runs that it can have. */
  readonly fewest: number;
  /** The loss with so many runs, at least the fewest; falls by less and less. Infinity: cannot have so many. */
  lossWith(runs: number): number;
}

/** The next run of a neighbourhood, and what it would save. */
interface Bid {
  readonly neighbourhood: number;
  readonly runs: number;
  readonly saved: number;
}

/**
 * How many runs each neighbourhood gets: its fewest, and out of `spare` further ones as many as make the sum of losses
 * least. Because every curve falls by less and less, giving the next run to whom it saves most is optimal. Equal
 * savings go to the earlier neighbourhood; nobody gets a run that saves nothing.
 */
export function shareRuns(curves: readonly LossCurve[], spare: number): number[] {
  const runs = curves.map(({ fewest }) => fewest);
  if (spare <= 0) return runs;
  const bids = new HighestFirst();
  curves.forEach((curve, neighbourhood) => bids.add(nextBid(curve, neighbourhood, curve.fewest)));
  for (let given = 0; given < spare; given += 1) {
    const best = bids.take();
    if (best === undefined || best.saved <= 0) break;
    runs[best.neighbourhood] = best.runs;
    bids.add(nextBid(curves[best.neighbourhood]!, best.neighbourhood, best.runs));
  }
  return runs;
}

function nextBid(curve: LossCurve, neighbourhood: number, runs: number): Bid {
  return { neighbourhood, runs: runs + 1, saved: curve.lossWith(runs) - curve.lossWith(runs + 1) };
}

/** Bids in a binary heap. */
class HighestFirst {
  private readonly bids: Bid[] = [];

  add(bid: Bid): void {
    const { bids } = this;
    let at = bids.length;
    for (let parent = (at - 1) >> 1; at > 0 && isBetter(bid, bids[parent]!); parent = (at - 1) >> 1) {
      bids[at] = bids[parent]!;
      at = parent;
    }
    bids[at] = bid;
  }

  take(): Bid | undefined {
    const { bids } = this;
    const best = bids[0];
    const last = bids.pop();
    if (last === undefined || bids.length === 0) return best;
    let at = 0;
    for (let child = 1; child < bids.length; child = 2 * at + 1) {
      if (child + 1 < bids.length && isBetter(bids[child + 1]!, bids[child]!)) child += 1;
      if (!isBetter(bids[child]!, last)) break;
      bids[at] = bids[child]!;
      at = child;
    }
    bids[at] = last;
    return best;
  }
}

function isBetter(a: Bid, b: Bid): boolean {
  return a.saved > b.saved || (a.saved === b.saved && a.neighbourhood < b.neighbourhood);
}
